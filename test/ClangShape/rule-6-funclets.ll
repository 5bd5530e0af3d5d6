; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a segment in a function whose personality has funclets is reported:
; exits and unwinds need landing pads.

; CHECK: closure rule 6: the function's personality has funclets; segments need landing pads, in `f`
define void @f() personality ptr @__CxxFrameHandler3 {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %exit, label %body
body:
  call void @__deferc_clang_run(ptr %segment)
  br label %exit
exit:
  ret void
}

declare i32 @__CxxFrameHandler3(...)

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
