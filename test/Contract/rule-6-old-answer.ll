; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: what is deferred between an unwind marker and the branch on its answer has not
; been run by it, and is still pending on both sides of the branch.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare void @work()
declare i32 @__gxx_personality_v0(...)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @defers_before_the_branch() personality ptr @__gxx_personality_v0 {
; CHECK: error: {{.*}}rule 6: block %resume resumes while segment 0 may have calls pending; every path to it passes the segment's unwind marker, in `defers_before_the_branch`
entry:
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %recovered = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  %late = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %late, ptr @run, i32 0)
  br i1 %recovered, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}
