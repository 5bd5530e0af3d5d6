; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a recovered marker is reported when control goes the same way whatever
; it answers.

; CHECK: closure rule 6: the recovery exit is where control goes without it, in `f`
define void @f() {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %body, label %body
body:
  ret void
}

declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
