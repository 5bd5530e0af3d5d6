; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a call of a closure with another type is reported: it is not a defer
; statement.

; CHECK: closure rule 1: a call of the closure has another type, in `closure`
define void @f(ptr %object) {
  call void @closure(ptr %object, i32 0)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
