; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a marker that has a body is reported: what it marks would be lost.

; CHECK: closure rule 5: a marker is defined, in `__deferc_clang_run`
define void @__deferc_clang_run(ptr %segment) {
  ret void
}
