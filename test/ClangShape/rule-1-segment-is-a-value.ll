; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a segment that is no constant is reported, not asserted.

; CHECK: closure rule 1: operand Segment is not a constant, in `closure`
define internal void @closure(ptr %this) {
  %n = load i32, ptr %this
  call void @__deferc_clang_begin(i32 %n, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
