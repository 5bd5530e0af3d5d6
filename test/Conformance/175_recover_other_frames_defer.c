// RUN: %conformance %s
//
// Intent: a deferred function's callee that defers a recovering function does
// not see the panic.

#include "twin.h"

static void catches(const char *Tag) { println(Tag, recover()); }

static void callee(void) {
  defer catches("callee's");
  puts("callee");
}

static void f(void) {
  defer catches("f's");
  defer { callee(); }
  panic("p");
}

int main(void) { f(); }
