; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a run marker whose operand is no local variable is reported, not
; asserted.

; CHECK: closure rule 5: operand Segment is not the address of a local variable, in `f`
define void @f(ptr %segment) {
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

declare void @__deferc_clang_run(ptr)
