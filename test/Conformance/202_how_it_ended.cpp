// RUN: %conformance %s
//
// Intent: a flag set by the body tells return, panic and Goexit apart in a
// deferred closure.

#include "twin-thread.h"

template <typename Function> static void watch(const char *Tag, Function F) {
  bool Returned = false;
  defer {
    if (Returned)
      println(Tag, "returned");
    else if (auto R = recover())
      println(Tag, "panicked", R);
    else
      println(Tag, "goexit");
  }
  F();
  Returned = true;
}

static void nothing() {}
static void panics() { panic("boom"); }
static void exits() { goexit(); }

int main() {
  watch("1", nothing);
  watch("2", panics);
  onThread([] {
    watch("3", exits);
    std::puts("not reached");
  });
  watch("4", nothing);
}
