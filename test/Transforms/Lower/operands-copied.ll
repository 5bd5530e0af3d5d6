; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: the normal path of a small run half runs on a copy of an environment of
; plain values, the unwinding path on the frame's; an environment whose address
; went elsewhere is not copied.

target triple = "x86_64-pc-linux-gnu"

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @f(
; CHECK-DAG:     [[COPY:%.*]] = alloca [8 x i8], align 8
; CHECK-DAG:     [[ENV1:%.*]] = getelementptr inbounds i8, ptr %{{.*}}, i64 8
; CHECK-DAG:     [[ENV2:%.*]] = getelementptr inbounds i8, ptr %{{.*}}, i64 16
; CHECK:         store ptr %m, ptr [[ENV1]]
; CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align 8 [[COPY]], ptr align 8 [[ENV1]], i64 8, i1 false)
; CHECK:         call void @construct(ptr [[ENV2]])
; CHECK-NOT:     llvm.memcpy
; CHECK:       exit:
; CHECK:         call void @run(ptr [[ENV2]], i1 zeroext false) [[INLINE:#[0-9]+]]
; CHECK:         call void @run(ptr [[COPY]], i1 zeroext false) [[INLINE]]
; CHECK:       pad:
; CHECK:         call void @run(ptr [[ENV2]], i1 zeroext false) [[COLD:#[0-9]+]]
; CHECK:         call void @run(ptr [[ENV1]], i1 zeroext false) [[COLD]]
; CHECK-DAG:   attributes [[INLINE]] = { alwaysinline }
; CHECK-DAG:   attributes [[COLD]] = { cold }
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %m, ptr %e1
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  call void @construct(ptr %e2)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 0)
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

declare void @construct(ptr)

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
