; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure of the split form without a split marker is reported.

; CHECK: closure rule 3: no split marker says what the closure defers, in `closure`
define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 32, i64 1)
  call void @work()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @work()
