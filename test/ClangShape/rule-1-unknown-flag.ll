; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a flag that BeginFlags does not have is reported: another version of
; the frontend wrote it.

; CHECK: closure rule 1: operand Flags has a flag that is not in BeginFlags, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 128, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
