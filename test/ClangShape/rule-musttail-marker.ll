; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a marker is no musttail call: what replaces it could not stand in
; front of the return.

; CHECK: closure rule 2: a marker is not a musttail call, in `f`
define void @f() {
  musttail call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_end()
