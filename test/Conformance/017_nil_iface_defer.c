// RUN: %conformance %s
//
// Intent: a nil interface receiver panics at the defer statement itself.

#include "twin.h"

// An interface is a struct of function pointers; C does not check for null.
typedef struct Doer {
  void (*Act)(void);
} Doer;

static const Doer *checked(const Doer *D) {
  if (!D)
    deferc_runtime_panic("invalid memory address or nil pointer dereference");
  return D;
}

static void run(void) {
  defer { println("recovered:", truth(recover().kind)); }
  const Doer *D = NULL;
  puts("before");
  defer checked(D)->Act();
  puts("not reached");
}

int main(void) { run(); }
