// RUN: %conformance %s
//
// Intent: under Goexit a panic of a deferred call replaces another and is
// recovered two frames out.

#include "twin.h"

static void leaf(void) {
  defer { panic("b"); }
  defer { panic("a"); }
  goexit();
}

static void middle(void) {
  defer puts("middle defer");
  leaf();
  puts("not reached: middle");
}

static void outer(void) {
  defer puts("outer older defer");
  defer {
    println("outer recovered", recover());
    println("again nil:", truth(!recover().kind));
  }
  middle();
  puts("not reached: outer");
}

static void thread(void) {
  defer puts("last");
  outer();
  puts("only Go 1.19 gets here");
}

int main(void) {
  onThread(thread);
  puts("end");
}
