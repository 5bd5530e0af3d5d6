; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a recovered marker whose answer is stored, and decides no branch, is
; reported: it has no recovery exit.

; CHECK: closure rule 6: the answer is not the condition of one branch, in `f`
define void @f(ptr %p) {
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  store i1 %recovered, ptr %p
  ret void
}

declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
