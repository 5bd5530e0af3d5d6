; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: an exception that left a call while calls were pending does not resume
; without passing the unwind markers of their segments, highest first.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare i32 @__gcc_personality_v0(...)
declare void @work()

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @no_unwind() personality ptr @__gcc_personality_v0 {
; CHECK: error: {{.*}}rule 6: block %pad resumes while segment 0 may have calls pending; every path to it passes the segment's unwind marker, in `no_unwind`:  resume
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work() to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %lp
}

define void @exit_instead() personality ptr @__gcc_personality_v0 {
; CHECK: error: {{.*}}rule 6: block %pad resumes an exception that may be a recovered panic; every path to it passes an unwind marker, in `exit_instead`:  resume
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work() to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  call void @__deferc_mark_exit(ptr %f, i32 0)
  resume { ptr, i32 } %lp
}

define void @lower_first() personality ptr @__gcc_personality_v0 {
; CHECK: error: {{.*}}rule 6: segment 1 may have calls pending; higher segments are left first, in `lower_first`:  %r = call i1 @__deferc_mark_unwind(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 1)
  invoke void @work() to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 1)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %x = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %x)
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

define void @nothing_pending() personality ptr @__gcc_personality_v0 {
  %f = call ptr @__deferc_mark_frame(i32 0)
  invoke void @work() to label %defers unwind label %pad
defers:
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %lp
}
