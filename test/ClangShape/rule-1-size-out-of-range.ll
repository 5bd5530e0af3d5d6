; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: the size of a closure object that no stack could hold is reported.

; CHECK: closure rule 1: operand Size is out of range, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 -1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
