; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a value without a constant size is reported in a closure: its
; environment could have no place for it.

; CHECK: closure rule 1: a value of the closure has no constant size, in `closure`
define internal void @closure(ptr %this) {
  %v = alloca <vscale x 4 x i32>
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  call void @use(ptr %v)
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @use(ptr)
