; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure with two split markers is reported.

; CHECK: closure rule 3: the closure is cut twice, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 32, i64 1)
  call void @__deferc_clang_split()
  call void @work()
  call void @__deferc_clang_split()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_split()
declare void @work()
