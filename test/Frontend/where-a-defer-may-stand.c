// RUN: %deferc -Wall -Wextra -Wno-unused-label -Wno-unused-variable -std=c23 %s -o %t && %t | FileCheck %s
// RUN: %deferc -E %s -o %t.i && %deferc %t.i -o %t.again && %t.again | FileCheck %s
//
// Intent: the tokens before a defer statement do not make a name of it: a `case` with
// a conditional expression or a `sizeof`, pragmas, labels, braces of
// initializers.

#include <defer.h>
#include <stdio.h>

struct s {
  int a;
};

static void late(const char *text) { puts(text); }
#define late defer late
#define DO(X) do { X; } while (0)

int main(void) {
#pragma STDC FP_CONTRACT ON
  defer puts("after a pragma");
  struct s v = {1};
  int array[] = {1, 2};
  defer puts("after initializers");
  struct t { int b; } w = {2};
  switch (v.a) {
  case 1 ? 1 : 2: defer puts("case");
    break;
  case sizeof(struct s): defer puts("never");
    break;
  default: defer puts("never");
  }
  if (w.b) defer puts("if");
  if (!w.b) {} else defer puts("else");
  do defer puts("do"); while (0);
  for (struct s *p = &v; p; p = NULL) defer puts("for");
  while (v.a--) defer (puts("while"));
  late("a macro of its own name");
label: defer puts("label");
  DO(defer puts("macro"));
  (void)({ defer puts("statement expression"); 1; });
  return 0;
}
// CHECK: statement expression
// CHECK-NEXT: macro
// CHECK-NEXT: label
// CHECK-NEXT: a macro of its own name
// CHECK-NEXT: while
// CHECK-NEXT: for
// CHECK-NEXT: do
// CHECK-NEXT: else
// CHECK-NEXT: if
// CHECK-NEXT: case
// CHECK-NEXT: after initializers
// CHECK-NEXT: after a pragma
