; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a defer statement that is a musttail call is reported: a deferred call
; could not be registered behind it.

; CHECK: closure rule 1: a closure is called by a call or an invoke, in `closure`
define void @f(ptr %object) {
  musttail call void @closure(ptr %object)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
