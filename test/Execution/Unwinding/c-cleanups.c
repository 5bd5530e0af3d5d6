// RUN: %every_way_c
//
// Intent: in C, without a C++ library, the unwinding after a recover runs cleanup
// attributes, and functions without any are jumped over.

// CHECK:      deferred
// CHECK-NEXT: recovered 7
// CHECK-NEXT: cleanup
// CHECK-NEXT: returned 3
// CHECK-NEXT: recovered text
// CHECK-NEXT: returned 3

#include <defer.h>
#include <stdio.h>

static void clean(int *P) { printf("cleanup%s\n", *P ? "" : " twice"), *P = 0; }

static void recovers(void) {
  defer_recovered R = recover();
  if (R.kind != DEFER_NONE)
    printf("recovered %s\n", defer_text(&R));
}

static void withCleanup(void) {
  __attribute__((cleanup(clean))) int X = 1;
  defer puts("deferred");
  panic(7);
}

static void bare(int N) {
  if (N == 0)
    panic("text");
  bare(N - 1);
  (void)getchar;
}

static int f(int Which) {
  defer_result int R = 3;
  defer recovers();
  if (Which)
    bare(20);
  withCleanup();
  R = 4;
  return R;
}

int main(void) {
  printf("returned %d\n", f(0));
  printf("returned %d\n", f(1));
  return 0;
}
