; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure is the call form or the split form, never both.

; CHECK: closure rule 1: the closure has two forms, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 48, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
