; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a result of a kind that the contract does not know is reported.

; CHECK: closure rule 6: operand Kind is out of range, in `f`
define void @f() {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 3)
  br i1 %recovered, label %exit, label %exit2
exit:
  ret void
exit2:
  ret void
}

declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
