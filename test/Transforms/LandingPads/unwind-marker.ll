; RUN: %deferc_passes='deferc-verify,deferc-landing-pads' %s | FileCheck %s
;
; Intent: the pad of an unwind marker that is a plain call asks which of the two
; exceptions goes on, and the rest of what is pending runs.

target triple = "x86_64-pc-linux-gnu"

define void @f() personality ptr @__gcc_personality_v0 {
; CHECK-LABEL: define void @f(
; CHECK:       pad:
; CHECK:         [[ANSWER:%.*]] = invoke i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %x)
; CHECK-NEXT:      to label %[[NEXT:.*]] unwind label %[[AGAIN:.*]]
; CHECK:       [[NEXT]]:
; CHECK-NEXT:    br i1 [[ANSWER]], label %exit, label %resume
; CHECK:       [[AGAIN]]:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    [[NEW:%.*]] = extractvalue
; CHECK-NEXT:    [[GOES_ON:%.*]] = call ptr @__deferc_replaced(ptr %f, ptr %x, ptr [[NEW]])
; CHECK-NEXT:    br label %[[UNWIND:.*]]
; CHECK:       [[UNWIND]]:
; CHECK-NEXT:    [[IN_FLIGHT:%.*]] = phi ptr {{.*}}[ [[GOES_ON]], %[[AGAIN]] ]
; CHECK-NEXT:    invoke i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr [[IN_FLIGHT]])
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work() to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %x = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %x)
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare i32 @__gcc_personality_v0(...)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
