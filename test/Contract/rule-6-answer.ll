; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: the answer of an unwind marker is the condition of the branch behind it, and
; the path on which it is true passes the exits of what is still pending.

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

define void @dropped() personality ptr @__gcc_personality_v0 {
; CHECK: error: {{.*}}rule 6: the answer is not the condition of the next branch, in `dropped`:  %r = call i1 @__deferc_mark_unwind(
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
  resume { ptr, i32 } %lp
}

define void @recovered_without_exit() personality ptr @__gcc_personality_v0 {
; CHECK: error: {{.*}}rule 5: block %done returns while segment 0 may have calls pending; {{.*}}, in `recovered_without_exit`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work() to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  br label %done
done:
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %x = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %x)
  br i1 %r, label %done, label %resume
resume:
  resume { ptr, i32 } %lp
}

define void @swapped() personality ptr @__gcc_personality_v0 {
; CHECK: error: {{.*}}rule 6: block %resume resumes while segment 0 may have calls pending; {{.*}}, in `swapped`
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
  br i1 %r, label %resume, label %exit
resume:
  resume { ptr, i32 } %lp
}
