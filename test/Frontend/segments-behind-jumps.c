// RUN: %deferc -fsyntax-only -Xclang -ast-print %s | FileCheck %s
//
// Intent: where a function jumps, each segment begins with a label, so that Clang keeps
// the segment of a statement to which only a goto leads; elsewhere it has none.

#include <defer.h>

void undo(void), work(void);

// CHECK-LABEL: void jumps(int n) {
// CHECK:         return;
// CHECK-NEXT:  __deferc_segment:
// CHECK-NEXT:    ;
// CHECK-NEXT:    char __deferc_segment
void jumps(int n) {
  if (n)
    goto in;
  work();
  return;
in:
  defer undo();
  work();
}

// CHECK-LABEL: void doesNotJump(void) {
// CHECK-NOT:   __deferc_segment:
// CHECK:         char __deferc_segment
void doesNotJump(void) {
  defer undo();
  work();
}
