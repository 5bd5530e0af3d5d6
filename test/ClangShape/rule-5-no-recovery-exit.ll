; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a run marker of a variable without a recovered marker is reported:
; after a recovery, control would have no way out of the function.

; CHECK: closure rule 5: the segment variable has no recovery exit, in `f`
define void @f() {
  %segment = alloca i8
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

declare void @__deferc_clang_run(ptr)
