; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a split marker in a closure of the call form is reported, also when an
; end marker stands there.

; CHECK: closure rule 3: a split marker stands in a closure of its form, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  call void @__deferc_clang_split()
  call void @work()
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_split()
declare void @work()
