; RUN: %deferc_passes='deferc-lower,function(sroa,instcombine,simplifycfg,deferc-drop-funcdata)' %s | FileCheck %s
;
; Intent: calls that unwind before the first defer or after the last deferred call
; do not keep the funcdata; their pads do not ask the runtime.

target triple = "x86_64-pc-linux-gnu"

define void @f(ptr %p) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @f(
; CHECK-NOT:     __deferc
; CHECK:         resume
  %f = call ptr @__deferc_mark_frame(i32 0)
  invoke void @unwinds()
      to label %next unwind label %pad
next:
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @pthread_mutex_lock(ptr %p)
  br label %exit
exit:
  invoke void @__deferc_mark_exit(ptr %f, i32 0)
      to label %after unwind label %pad
after:
  call void @unwinds()
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %p = load ptr, ptr %env
  call void @pthread_mutex_lock(ptr %p)
  ret void
}

declare void @unwinds()
declare void @pthread_mutex_lock(ptr) nounwind

declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
