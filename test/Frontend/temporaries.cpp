// RUN: %deferc++ -std=c++20 -w -fsyntax-only -Xclang -ast-print %s | FileCheck %s
//
// Intent: the temporary behind a reference becomes a variable where a deferred call
// reaches it, and only there: not where only its value is read, nor in the outermost block.

#include <defer.h>

struct P { int a; };
using Two = P[2];
P make(int);
void look(const P &), num(int);

// CHECK-LABEL: void reached(
void reached(int k) {
  // CHECK: const P __deferc_temporary = make(1), &p = __deferc_temporary;
  if (k) {
    const P &p = make(1);
    defer look(p);
  }
  // CHECK: for (Two __deferc_temporary = Two{make(2), make(3)}; auto &&p : __deferc_temporary)
  for (auto &&p : Two{make(2), make(3)})
    defer look(p);
}

// CHECK-LABEL: void untouched(
void untouched(int k) {
  // CHECK: const P &p = make(4);
  if (k) {
    const P &p = make(4);
    defer num(p.a);
  }
  // CHECK: const P &outermost = make(5);
  const P &outermost = make(5);
  defer look(outermost);
  // CHECK-NOT: __deferc_temporary
}
