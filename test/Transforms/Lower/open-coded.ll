; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: an open-coded defer sets its bit, in memory and in the shadow, and the
; exit makes the call only when the bit is set, after clearing it in both.

target triple = "x86_64-pc-linux-gnu"

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @f(
; CHECK:         [[FRAME:%.*]] = alloca [16 x i8], align 16
; CHECK:         [[SHADOW:%.*]] = alloca i8
; CHECK:         store volatile i8 0, ptr [[FRAME]]
; CHECK-NEXT:    store i8 0, ptr [[SHADOW]]
; CHECK:         [[ENV:%.*]] = getelementptr inbounds i8, ptr [[FRAME]], i64 8
; CHECK:         call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr [[FRAME]], i32 1, ptr @run, i64 8)
; CHECK:         call void @lock(ptr %m)
; CHECK-NEXT:    store ptr %m, ptr [[ENV]]
; CHECK:         [[OLD:%.*]] = load i8, ptr [[SHADOW]]
; CHECK-NEXT:    [[NEW:%.*]] = or i8 [[OLD]], 1
; CHECK-NEXT:    store i8 [[NEW]], ptr [[SHADOW]]
; CHECK-NEXT:    store volatile i8 [[NEW]], ptr [[FRAME]]
; CHECK:       exit:
; CHECK-NEXT:    [[BITS:%.*]] = load i8, ptr [[SHADOW]]
; CHECK-NEXT:    [[BIT:%.*]] = and i8 [[BITS]], 1
; CHECK-NEXT:    [[SET:%.*]] = icmp ne i8 [[BIT]], 0
; CHECK-NEXT:    br i1 [[SET]], label %[[DO:.*]], label %
; CHECK:       [[DO]]:
; CHECK-NEXT:    [[LEFT:%.*]] = and i8 [[BITS]], -2
; CHECK-NEXT:    store i8 [[LEFT]], ptr [[SHADOW]]
; CHECK-NEXT:    store volatile i8 [[LEFT]], ptr [[FRAME]]
; CHECK-NEXT:    invoke void @run(ptr {{.*}}, i1 zeroext false)
; CHECK:       pad:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    [[RELOADED:%.*]] = load volatile i8, ptr [[FRAME]]
; CHECK-NEXT:    store i8 [[RELOADED]], ptr [[SHADOW]]
; CHECK-NOT:     __deferc_mark_{{(f[^u]|[^f])}}
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @lock(ptr %m)
  %env = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %m, ptr %env
  call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
  invoke void @work(ptr %m)
      to label %exit unwind label %pad
exit:
  invoke void @__deferc_mark_exit(ptr %f, i32 0)
      to label %done unwind label %pad
done:
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  br label %unwind
again:
  %lp2 = landingpad { ptr, i32 } cleanup
  %new = extractvalue { ptr, i32 } %lp2, 0
  br label %unwind
unwind:
  %e = phi ptr [ %exn, %pad ], [ %new, %again ]
  %r = invoke i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %e)
      to label %check unwind label %again
check:
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %m = load ptr, ptr %env
  call void @unlock(ptr %m)
  ret void
}

declare void @lock(ptr)
declare void @unlock(ptr)
declare void @work(ptr)
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
