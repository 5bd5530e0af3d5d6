; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure whose address is in a variable is reported.

; CHECK: closure rule 1: the closure's address is taken, in `closure`
@table = global [1 x ptr] [ptr @closure]

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
