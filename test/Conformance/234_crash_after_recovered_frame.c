// RUN: %conformance %s
//
// Intent: crash: an older defer of the recovered frame panics: alone in the
// report.

#include "twin.h"

static void f(void) {
  defer { panic("late"); }
  defer { recover(); }
  panic("early");
}

int main(void) {
  defer puts("main defer");
  f();
}
