; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: an end marker outside of a closure is reported.

; CHECK: closure rule 2: an end marker stands in a closure of its form, in `f`
define void @f() {
  call void @work()
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_end()
declare void @work()
