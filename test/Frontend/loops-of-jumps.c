// RUN: %deferc -O2 -c -fno-caret-diagnostics %s -o /dev/null -Rpass=defer -Rpass-missed=defer 2>&1 | FileCheck %s
// RUN: %deferc -fsyntax-only -fno-caret-diagnostics %s -Rpass-analysis=defer 2>&1 | FileCheck --check-prefix=HEAP %s
//
// Intent: a goto back makes a loop as in Go: a defer statement behind its label can run
// more than once, to the end of the innermost block with a head that holds the label,
// also when the jump is over, or to the jump itself when that stands further on. A
// variable that is declared in such a loop has memory of its own for each time, also when
// the loop of the defer statement only leads into it.

#include <defer.h>

void num(int), look(int *);

void behindTheJump(int n) {
again:
  if (n-- > 0)
    goto again;
  defer num(n); // CHECK: :[[@LINE]]:3: remark: heap-allocated defer: the statement can run more than once
}

void beforeTheLabel(int n) {
  defer num(n); // CHECK: :[[@LINE]]:3: remark: open-coded defer
again:
  if (n-- > 0)
    goto again;
}

void behindTheBlockOfTheLabel(int n) {
  if (n) {
  again:
    if (n-- > 0)
      goto again;
    defer num(n); // CHECK: :[[@LINE]]:5: remark: heap-allocated defer: the statement can run more than once
  }
  defer num(n); // CHECK: :[[@LINE]]:3: remark: stack-allocated defer: a defer of the function can run more than once
}

void betweenTheBlockOfTheLabelAndTheJump(int n) {
  if (n > 3) {
  again:;
  }
  int v = n; // HEAP: :[[@LINE]]:7: remark: moved to heap: v
  defer look(&v); // CHECK: :[[@LINE]]:3: remark: heap-allocated defer: the statement can run more than once
  if (n-- > 0)
    goto again;
}

void declaredBeforeTheLabel(int n) {
  int v = n; // HEAP-NOT: moved to heap: v
again:;
  defer look(&v); // CHECK: :[[@LINE]]:3: remark: heap-allocated defer
  if (n-- > 0)
    goto again;
}

void loopsThatJoin(int n) {
outer:
  if (n > 0) {
    int w = n; // HEAP: :[[@LINE]]:9: remark: moved to heap: w
  inner:
    if (n == 1)
      goto outer;
    defer look(&w);
    if (n-- > 0)
      goto inner;
  }
}
