; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a variable with the name of a marker is reported, although nothing
; calls it.

; CHECK: closure rule 7: a marker is not a function, in `__deferc_clang_catching`
@__deferc_clang_catching = external global i1
