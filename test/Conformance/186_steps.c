// RUN: %conformance %s
//
// Intent: nested recover and re-panic in three levels, counted step by step.

#include "twin.h"

static int Step;

static void at(int N) {
  ++Step;
  if (Step != N)
    printf("wrong step %d %d\n", Step, N);
}

static void starts(void) { panic(1); }

static void f(void) {
  at(1);
  defer {
    at(9);
    println("outermost", recover());
    at(10);
  }
  defer {
    at(3);
    defer {
      at(5);
      defer {
        at(7);
        println("innermost", recover());
        at(8);
      }
      at(6);
      panic(3);
    }
    at(4);
    defer {
      // Runs first, on top of panic 2.
    }
    panic(2);
  }
  defer { at(2); }
  defer {
    defer { recover(); }
  }
  starts();
}

int main(void) {
  defer { println("main", recover(), Step); }
  f();
}
