; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: an end marker that is also reached without the call is reported: there
; would be nothing to defer on that path.

; CHECK: closure rule 2: the closure has no call that it defers, in `closure`
define internal void @closure(ptr %this) {
entry:
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  %b = load i1, ptr %this
  br i1 %b, label %one, label %end
one:
  call void @work()
  br label %end
end:
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @work()
