; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a label marker in the input is reported: only the pass itself writes
; it, and removes it again.

; CHECK: closure rule 9: only deferc-clang-shape itself writes this marker, in `f`
define void @f(ptr %p) {
  call void @__deferc_clang_label(ptr %p)
  ret void
}

declare void @__deferc_clang_label(ptr)
