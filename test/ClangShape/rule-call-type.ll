; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a call of a marker with other operands than the list's is reported
; before anyone reads its operands.

; CHECK: closure rule 1: the call does not have the type of the list, in `closure`: call void @__deferc_clang_begin(i32 0)
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
