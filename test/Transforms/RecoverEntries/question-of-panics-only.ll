; RUN: %deferc_passes='deferc-recover-entries,always-inline,function(instcombine)' %s | FileCheck %s
;
; Intent: on the normal path nobody asks the runtime which panic calls: where a run half
; is inlined that does not use the answer, the question goes.

; CHECK-LABEL: define void @normal_path(
; CHECK-NOT:     @__deferc_currentpanic
; CHECK:         call i1 @__deferc_gorecover(ptr null)
; CHECK:         ret void
define void @normal_path(ptr %env) {
  call void @run(ptr %env, i1 zeroext false)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) alwaysinline {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare ptr @__deferc_mark_token()
declare i1 @__deferc_gorecover(ptr)
