; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: two recovered markers of one segment variable are reported.

; CHECK: closure rule 6: the segment variable has a recovery exit already, in `f`
define void @f() {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %exit, label %again
again:
  %second = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %second, label %exit, label %body
body:
  br label %exit
exit:
  ret void
}

declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
