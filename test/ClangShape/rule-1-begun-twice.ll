; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure with two begin markers is reported.

; CHECK: closure rule 1: the closure has begun already, in `closure`: call void @__deferc_clang_begin(i32 1, i32 0, i64 1)
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  call void @__deferc_clang_begin(i32 1, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
