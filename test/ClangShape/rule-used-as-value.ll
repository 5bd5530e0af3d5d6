; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: the address of a marker is not taken.

; CHECK: closure rule 4: a marker is used as a value, in `f`: call void @use(ptr @__deferc_clang_reach)
define void @f() {
  call void @use(ptr @__deferc_clang_reach)
  ret void
}

declare void @__deferc_clang_reach(ptr)
declare void @use(ptr)
