; RUN: %deferc_passes='deferc-lower<O0>' %s | FileCheck %s
;
; Intent: the lowest segment that a frame of records uses is 0 for the runtime, which
; ends the frame with it.

target triple = "x86_64-pc-linux-gnu"

define void @f() {
; CHECK-LABEL: define void @f(
; CHECK:         call void @__deferc_deferprocStack({{.*}}, i32 0)
; CHECK:         call void @__deferc_deferprocStack({{.*}}, i32 1)
; CHECK:         call void @__deferc_deferreturn({{.*}}, i32 1)
; CHECK:         call void @__deferc_deferreturn({{.*}}, i32 0)
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 2)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 3)
  call void @__deferc_mark_exit(ptr %f, i32 3)
  call void @__deferc_mark_exit(ptr %f, i32 2)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
