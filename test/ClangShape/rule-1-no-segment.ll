; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a defer statement in a function without a segment variable is reported
; at the statement: nothing would run the call.

; CHECK: closure rule 1: the statement is in no segment, in `f`: call void @f.func1(ptr %object)
define void @f() {
  %object = alloca i8
  call void @closure(ptr %object)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
