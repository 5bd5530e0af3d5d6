; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: an alloca marker in the input is reported: only the pass itself writes
; it, and removes it again.

; CHECK: closure rule 8: only deferc-clang-shape itself writes this marker, in `f`
define ptr @f() {
  %p = call ptr @__deferc_clang_alloca(i64 8, i64 8)
  ret ptr %p
}

declare ptr @__deferc_clang_alloca(i64, i64)
