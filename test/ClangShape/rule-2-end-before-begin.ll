; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: an end marker in front of the begin marker is reported.

; CHECK: closure rule 2: an end marker stands behind the begin marker, in `closure`
define internal void @closure(ptr %this) {
  call void @work()
  call void @__deferc_clang_end()
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @work()
