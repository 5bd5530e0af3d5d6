; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: a block whose body stands in the run half itself recovers when the run
; half is called by the panicking runtime, and only then.

define internal void @run(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @run(
; CHECK-NEXT:    [[PANIC:%.*]] = call ptr @__deferc_currentpanic()
; CHECK-NEXT:    [[TOKEN:%.*]] = select i1 %panicking, ptr [[PANIC]], ptr null
; CHECK-NEXT:    call i1 @__deferc_gorecover(ptr [[TOKEN]])
; CHECK-NOT:   define {{.*}}run.deferred
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
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
