// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -x c++ -w -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -x c++ -w -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a computed goto in the statement expression of an operand goes to its labels,
// whether their addresses are in a variable, in a table, or apart as numbers.

#include <defer.h>
#include <stdio.h>

static void say(int n) { printf("%d\n", n); }
static void isNear(unsigned long a, unsigned long b) { puts(a - b < 4096 ? "near" : "far"); }

static void variable(int k) {
  defer say(({
    int n = 0;
    void *next = k ? &&second : &&first;
    goto *next;
  first:
    n += 1;
  second:
    n += 10;
    n;
  }));
}
static void table(void) {
  for (int i = 0; i < 2; i++)
    defer say(({
      static void *labels[] = {&&first, &&second};
      static const long offsets[] = {0, (char *)&&second - (char *)&&first};
      int n = 100;
      defer say(200 + i);
      if (n == 100)
        goto *labels[i];
      goto *((char *)&&first + offsets[i]);
    first:
      n += 1;
    second:
      n += 10;
      n;
    }));
}
__attribute__((noinline)) static void number(void) {
  defer isNear(({ here: (unsigned long)&&here; }), (unsigned long)&number);
}

int main(void) {
  variable(0);
  variable(1);
  table();
  number();
}

// CHECK:      11
// CHECK-NEXT: 10
// CHECK-NEXT: 200
// CHECK-NEXT: 201
// CHECK-NEXT: 110
// CHECK-NEXT: 111
// CHECK-NEXT: near
// CHECK-NOT:  {{.}}
