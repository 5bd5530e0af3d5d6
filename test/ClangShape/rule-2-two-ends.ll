; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure with two end markers is reported: which call is deferred
; would depend on the order of blocks.

; CHECK: closure rule 2: the closure is cut twice, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  call void @work()
  call void @__deferc_clang_end()
  call void @work()
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @work()
