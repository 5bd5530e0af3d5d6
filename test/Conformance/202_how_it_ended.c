// RUN: %conformance %s
//
// Intent: a flag set by the body tells return, panic and Goexit apart in a
// deferred closure.

#include "twin.h"

static void watch(const char *Tag, void (*F)(void)) {
  bool Returned = false;
  defer {
    if (Returned) {
      println(Tag, "returned");
    } else {
      defer_recovered R = recover();
      if (R.kind)
        println(Tag, "panicked", R);
      else
        println(Tag, "goexit");
    }
  }
  F();
  Returned = true;
}

static void nothing(void) {}
static void panics(void) { panic("boom"); }
static void exits(void) { goexit(); }

static void thread(void) {
  watch("3", exits);
  puts("not reached");
}

int main(void) {
  watch("1", nothing);
  watch("2", panics);
  onThread(thread);
  watch("4", nothing);
}
