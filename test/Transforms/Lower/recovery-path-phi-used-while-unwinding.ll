; RUN: %deferc_passes=deferc-lower,verify %s | FileCheck %s
;
; Intent: the pad of an exit may use a PHI node of the end that a recovery path copies: it
; is reached from the end and from the copy, each with a value of its own.

target triple = "x86_64-pc-linux-gnu"

define i32 @f() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define i32 @f(
; CHECK:       exit:
; CHECK:         store i32 [[R:%.*]], ptr [[SLOT:%.*]],
; CHECK:       exit.pad:
; CHECK:         [[RELOAD:%.*]] = load i32, ptr [[SLOT]]
; CHECK:       unwind:
; CHECK-NEXT:    phi i32 {{.*}}[ [[RELOAD]], %exit.pad ]
; CHECK:       exit.recovered:
; CHECK:         store i32 %{{.*}}, ptr [[SLOT]],
entry:
  %frame = call ptr @__deferc_mark_frame(i32 1)
  %env = call ptr @__deferc_mark_env(ptr %frame, i64 8, i64 8, i32 0)
  call void @__deferc_mark_defer(ptr %frame, ptr %env, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  %r = phi i32 [ 1, %entry ], [ %at.unwind, %check ]
  invoke void @__deferc_mark_exit(ptr %frame, i32 0)
      to label %done unwind label %exit.pad
done:
  ret i32 %r
exit.pad:
  %lp1 = landingpad { ptr, i32 } cleanup
  br label %unwind
pad:
  %lp2 = landingpad { ptr, i32 } cleanup
  br label %unwind
unwind:
  %at.unwind = phi i32 [ %r, %exit.pad ], [ 2, %pad ], [ %at.unwind, %again ]
  %recovered = invoke i1 @__deferc_mark_unwind(ptr %frame, i32 0, ptr null)
      to label %check unwind label %again
check:
  br i1 %recovered, label %exit, label %resume
again:
  %lp3 = landingpad { ptr, i32 } cleanup
  br label %unwind
resume:
  resume { ptr, i32 } zeroinitializer
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
