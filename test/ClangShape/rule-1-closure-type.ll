; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a begin marker in a function that is no void (ptr) is reported: a
; closure has its object and nothing else.

; CHECK: closure rule 1: the closure is not a void (ptr), in `closure`
define internal i32 @closure(ptr %this, i32 %n) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret i32 %n
}

declare void @__deferc_clang_begin(i32, i32, i64)
