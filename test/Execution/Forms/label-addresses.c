// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
//
// Intent: the address of a label in an operand is that of the function's label, or of one
// that the operand has itself.

#include <defer.h>
#include <stdio.h>

static void *seen;
static void see(void *label) { puts(label == seen ? "same" : "another"); }
static void seeNumber(unsigned long label, int both) { printf("%s %d\n", label == (unsigned long)seen ? "same" : "another", both); }

static int forward(int n) {
  seen = &&end;
  defer see(&&end);
  if (n)
    goto end;
  puts("not skipped");
end:
  return n;
}
static int table(int n) {
  static void *labels[] = {&&first, &&second};
  void *next;
  defer see(next = n ? &&second : &&first);
  seen = labels[n];
  goto *next;
first:
  puts("first");
second:
  puts("second");
  return n;
}
static void casts(int a, int b) {
  seen = &&here;
here:
  defer see((char *)&&here);
  defer seeNumber((unsigned long)&&here, (a) && b);
}
static void ofBlock(int n) {
  defer {
    seen = &&inside;
    defer see(&&inside);
    if (n)
      goto inside;
    puts("not skipped");
  inside:;
  }
}

int main(void) {
  for (int n = 0; n < 2; n++) {
    forward(n);
    table(n);
    casts(1, n);
    ofBlock(n);
  }
}

// CHECK:      not skipped
// CHECK-NEXT: same
// CHECK-NEXT: first
// CHECK-NEXT: second
// CHECK-NEXT: same
// CHECK-NEXT: same 0
// CHECK-NEXT: same
// CHECK-NEXT: not skipped
// CHECK-NEXT: same
// CHECK-NEXT: same
// CHECK-NEXT: second
// CHECK-NEXT: same
// CHECK-NEXT: same 1
// CHECK-NEXT: same
// CHECK-NEXT: same
// CHECK-NOT:  {{.}}
