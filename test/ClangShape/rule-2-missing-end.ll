; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure of the call form that returns without an end marker is
; reported, whatever it calls.

; CHECK: closure rule 2: the closure has no call that it defers, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  call void @work()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @work()
