; RUN: %deferc_passes=deferc-lower,verify %s | FileCheck %s
;
; Intent: the end that a recovery path copies may begin with the value of an invoke or of
; a callbr, which exists on the edges out of that instruction only.

target triple = "x86_64-pc-linux-gnu"

define i32 @of_invoke(i1 %b) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define i32 @of_invoke(
; CHECK:         [[R:%.*]] = invoke i32 @work()
; CHECK-NEXT:            to label %[[EDGE:.*]] unwind label %pad
; CHECK:       [[EDGE]]:
; CHECK-NEXT:    store i32 [[R]], ptr [[SLOT:%.*]],
; CHECK:       exit.recovered:
; CHECK:         ret i32
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %v = invoke i32 @work()
      to label %exit unwind label %pad
exit:
  %r = phi i32 [ %v, %entry ], [ 2, %pad ]
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret i32 %r
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %again = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %again, label %exit, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
}

define i32 @of_callbr(i1 %b) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define i32 @of_callbr(
; CHECK:         [[R:%.*]] = callbr i32 asm
; CHECK-NEXT:            to label %[[FIRST:[^ ]*]] [label %[[SECOND:[^ ]*]]]
; CHECK:       [[SECOND]]:
; CHECK-NEXT:    store i32 [[R]], ptr [[SLOT:%.*]],
; CHECK:       [[FIRST]]:
; CHECK-NEXT:    store i32 [[R]], ptr [[SLOT]],
; CHECK:       exit.recovered:
; CHECK:         ret i32
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  invoke i32 @work()
      to label %go unwind label %pad
go:
  %v = callbr i32 asm sideeffect "", "=r,!i"()
      to label %exit [label %exit]
exit:
  %r = phi i32 [ %v, %go ], [ %v, %go ], [ 2, %pad ]
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret i32 %r
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %again = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %again, label %exit, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare i32 @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
