; RUN: %deferc_passes='deferc-verify,deferc-landing-pads' %s | FileCheck %s
;
; Intent: a slot that stands behind the first pending call stays in the entry block, so
; that it stays a fixed slot of the function's frame.

target triple = "x86_64-pc-linux-gnu"

define void @f() {
; CHECK-LABEL: define void @f(
; CHECK:         %late = alloca i64
; CHECK:         invoke void @work()
; CHECK:         store i64 0, ptr %late
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @work()
  %late = alloca i64
  store i64 0, ptr %late
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
