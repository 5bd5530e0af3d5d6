; RUN: %deferc_passes='deferc-verify,deferc-landing-pads' %s | FileCheck %s
;
; Intent: the recovery exit returns what the result's slot holds, and zero when no
; result is marked; a slot that is smaller than the returned type is filled up.

target triple = "x86_64-pc-linux-gnu"

define i32 @marked() {
; CHECK-LABEL: define i32 @marked(
; CHECK:       deferc.recovery.exit
; CHECK:         [[R:%.*]] = load i32, ptr %slot
; CHECK-NEXT:    ret i32 [[R]]
  %slot = alloca i32
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @work()
  store i32 7, ptr %slot
  call void @__deferc_mark_exit(ptr %f, i32 0)
  %r = load i32, ptr %slot
  ret i32 %r
}

define ptr @not_marked() {
; CHECK-LABEL: define ptr @not_marked(
; CHECK:       deferc.recovery.exit
; CHECK:         ret ptr null
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @work()
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret ptr @work
}

define { i64, i64 } @smaller() {
; CHECK-LABEL: define { i64, i64 } @smaller(
; CHECK:       deferc.recovery.exit
; CHECK:         store { i64, i64 } zeroinitializer, ptr [[WHOLE:%.*]],
; CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align 16 [[WHOLE]], ptr %slot, i64 12, i1 false)
; CHECK-NEXT:    [[R:%.*]] = load { i64, i64 }, ptr [[WHOLE]]
; CHECK-NEXT:    ret { i64, i64 } [[R]]
  %slot = alloca [3 x i32]
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 12, i32 1)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @work()
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret { i64, i64 } zeroinitializer
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare void @__deferc_mark_result(ptr, ptr, i64, i32)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
