// RUN: %conformance %s
//
// Intent: crash: an older defer of the recovered frame panics: alone in the
// report.

#include "twin.h"

static void f() {
  defer { panic("late"); }
  defer { recover(); }
  panic("early");
}

int main() {
  defer std::puts("main defer");
  f();
}
