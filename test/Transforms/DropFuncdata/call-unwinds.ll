; RUN: %deferc_passes='deferc-lower,function(sroa,instcombine,deferc-drop-funcdata)' %s | FileCheck %s
;
; Intent: the funcdata stays when a call or an invoke may unwind while a bit is set,
; be it another deferred call.

target triple = "x86_64-pc-linux-gnu"

define void @called(ptr %p) {
; CHECK-LABEL: define void @called(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @use(ptr %p)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @invoked(ptr %p) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @invoked(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @use(ptr %p)
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
  resume { ptr, i32 } %lp
}

define void @two() {
; CHECK-LABEL: define void @two(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr null, ptr %e1
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr null, ptr %e2
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %p = load ptr, ptr %env
  call void @use(ptr %p)
  ret void
}

declare void @use(ptr)

declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
