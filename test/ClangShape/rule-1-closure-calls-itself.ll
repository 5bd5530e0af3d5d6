; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: two closures that call each other are reported: splitting one would
; need the other one's halves first.

; CHECK: closure rule 1: the closure calls itself, in `second`: call void @first(ptr %this)
define internal void @first(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  call void @second(ptr %this)
  call void @__deferc_clang_end()
  ret void
}

define internal void @second(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  call void @first(ptr %this)
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
