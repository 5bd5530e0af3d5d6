; RUN: %deferc_passes='deferc-lower<O0>' %s | FileCheck %s
;
; Intent: after a recover, an unnamed result that no return has stored is zeroed, a
; named one is left alone, and one without a zero ends the program.

target triple = "x86_64-pc-linux-gnu"

define void @unnamed(ptr %slot) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @unnamed(
; CHECK:         store i8 0, ptr [[RETURNED:%.*]]
; CHECK:       exit:
; CHECK-NEXT:    store i8 1, ptr [[RETURNED]]
; CHECK:         [[ANSWER:%.*]] = call i1 @__deferc_recovered(
; CHECK-NEXT:    br i1 [[ANSWER]], label %[[RECOVERED:.*]], label
; CHECK:       [[RECOVERED]]:
; CHECK-NEXT:    [[DONE:%.*]] = load i8, ptr [[RETURNED]]
; CHECK-NEXT:    [[HAS:%.*]] = icmp ne i8 [[DONE]], 0
; CHECK-NEXT:    br i1 [[HAS]], label %[[NEXT:.*]], label %[[MISSING:.*]]
; CHECK:       [[MISSING]]:
; CHECK-NEXT:    call void @llvm.memset.p0.i64(ptr %slot, i8 0, i64 16, i1 false)
; CHECK-NEXT:    br label %[[NEXT]]
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 16, i32 0)
  %env = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
}

define void @named(ptr %slot) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @named(
; CHECK-NOT:     llvm.memset
; CHECK:         ret void
; CHECK-NOT:     llvm.memset
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 16, i32 1)
  %env = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
}

define void @no_zero(ptr %slot) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @no_zero(
; CHECK:         call void @__deferc_noresult(
; CHECK-NEXT:    unreachable
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 16, i32 2)
  %env = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare i1 @__deferc_mark_caught(ptr)
declare ptr @__deferc_mark_box(ptr, i64, i64, ptr)
