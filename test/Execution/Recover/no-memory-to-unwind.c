// RUN: %deferc -O1 -static-deferrt -Wl,--wrap=malloc %s -o %t && not %t 2>&1 | FileCheck %s
//
// Intent: where a recovered panic finds no memory for what unwinds the stack, the process
// ends with an error that says so. The runtime has room in store for 256 values of
// panics; they are all taken here.

#include <defer.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

static bool NothingLeft;

void *__real_malloc(size_t);
void *__wrap_malloc(size_t Size) {
  return NothingLeft ? NULL : __real_malloc(Size);
}

static void stop(void) {
  recover();
  puts("recovered");
  fflush(stdout);
  NothingLeft = true;
}

static void fill(int Depth) {
  if (!Depth) {
    defer stop();
    panic("the last one");
  }
  defer fill(Depth - 1);
  panic(Depth);
}

int main(void) { fill(300); }

// CHECK:      recovered
// CHECK-NEXT: panic: 300
// CHECK:      fatal error: out of memory: cannot unwind after a recover
