; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a marker that is declared with another type than the list's is
; reported with the marker's rule.

; CHECK: closure rule 2: a marker is not declared with the type of the list, in `__deferc_clang_end`
declare i32 @__deferc_clang_end()
