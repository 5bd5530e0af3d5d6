// RUN: %deferc -O0 -Wall -Wextra -Werror -fdefer-fault-panics %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -Wall -Wextra -Werror -fdefer-fault-panics %s -o %t && %t | FileCheck %s
//
// Intent: C's own forms: functions called through `*f`, sizes of arrays, and
// addresses that are constants, which initialise static variables.

#include <defer.h>

#include <stddef.h>
#include <stdio.h>

struct T {
  int X;
  int Items[4];
};
typedef int Function(int);

static int Zero;
static Function *volatile NullFunction;

static void report(void) {
  defer_recovered R = recover();
  printf("%s\n", R.kind ? defer_text(&R) : "no panic");
}
static int say(int V) {
  printf("argument %d, ", V);
  return V;
}

static int star(Function *F) {
  defer report();
  return (*F)(say(1));
}
static int stars(Function *F) {
  defer report();
  return (**F)(say(2));
}
static size_t size(int N) {
  defer report();
  return sizeof(int[N / Zero]);
}
static void array(int N) {
  defer report();
  int A[N / Zero];
  A[0] = 1;
}
static size_t constants(void) {
  defer report();
  static size_t Offset = (size_t)&((struct T *)0)->Items[2];
  static int *Element = &((struct T *)0x1000)->Items[1];
  return Offset + (size_t)Element;
}

int main(void) {
  // CHECK: argument 1, runtime error: invalid memory address or nil pointer
  star(NullFunction);
  // CHECK-NEXT: argument 2, runtime error: invalid memory address or nil pointer
  stars(NullFunction);
  // CHECK-NEXT: runtime error: integer divide by zero
  size(3);
  // CHECK-NEXT: runtime error: integer divide by zero
  array(3);
  // CHECK-NEXT: no panic
  // CHECK-NEXT: 4116
  printf("%zu\n", constants());
}
