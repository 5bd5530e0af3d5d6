; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: a function whose personality has funclets has no frame.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i32 @__CxxFrameHandler3(...)

define void @f() personality ptr @__CxxFrameHandler3 {
; CHECK: error: {{.*}}rule 1: the function's personality has funclets; exits and unwinds need landing pads, in `f`
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
