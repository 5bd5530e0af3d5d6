// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a panic that a call deferred inside of an operand recovers ends the evaluation of
// that operand: its call is not deferred, and the function goes on. A recover() of an
// operand that defers returns nothing.

#include <defer.h>
#include <stdio.h>

static int boom(void) { panic("boom"); }
static void un(int n) { printf("un %d\n", n); }
static void say(void) {
  defer_recovered r = recover();
  printf("recovered %s\n", r.kind ? defer_text(&r) : "nothing");
}

static int inside(void) {
  defer un(1);
  for (int i = 0; i < 2; i++)
    defer un(({
      defer un(10 + i);
      defer say();
      defer un(20 + i);
      boom();
    }));
  puts("goes on");
  return 7;
}
static void outside(void) {
  defer say();
  defer un(({ defer un(2); boom(); }));
  puts("never");
}

static int use(defer_recovered r) {
  printf("in operand: %s\n", r.kind ? defer_text(&r) : "nothing");
  return 3;
}
static void recovers_in_operand(void) {
  defer un(({ defer un(4); use(recover()); }));
}
static void not_recovered(void) {
  defer say();
  defer recovers_in_operand();
  boom();
}

int main(void) {
  printf("= %d\n", inside());
  outside();
  not_recovered();
}

// CHECK:      un 20
// CHECK-NEXT: recovered boom
// CHECK-NEXT: un 10
// CHECK-NEXT: un 21
// CHECK-NEXT: recovered boom
// CHECK-NEXT: un 11
// CHECK-NEXT: goes on
// CHECK-NEXT: un 1
// CHECK-NEXT: = 7
// CHECK-NEXT: un 2
// CHECK-NEXT: recovered boom
// CHECK-NEXT: in operand: nothing
// CHECK-NEXT: un 4
// CHECK-NEXT: un 3
// CHECK-NEXT: recovered boom
// CHECK-NOT:  {{.}}
