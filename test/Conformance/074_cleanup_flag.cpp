// RUN: %conformance %s
//
// Intent: the did-it-finish pattern: a defer without recover notices a panic by
// a flag.

#include "twin.h"

static void work(bool Fail) {
  bool Done = false;
  defer {
    if (Done)
      std::puts("finished");
    else
      std::puts("interrupted");
  }
  if (Fail)
    panic("stop");
  Done = true;
}

static void attempt(bool Fail) {
  defer { println("recovered", recover()); }
  work(Fail);
}

int main() {
  attempt(false);
  attempt(true);
}
