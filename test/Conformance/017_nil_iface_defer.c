// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a nil interface receiver panics at the defer statement itself.

#include "twin.h"

// An interface is a struct of function pointers.
typedef struct Doer {
  void (*Act)(void);
} Doer;

static void run(void) {
  defer { println("recovered:", truth(recover().kind)); }
  const Doer *D = NULL;
  puts("before");
  defer D->Act();
  puts("not reached");
}

int main(void) { run(); }
