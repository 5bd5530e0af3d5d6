; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: a defer marker takes an environment marker and a run half, a function
; void (ptr, i1), and a constant segment.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define internal void @not_run(ptr %env) {
  ret void
}

define void @env(ptr %p) {
; CHECK: rule 4: the environment is not an environment marker, in `env`
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %p, ptr @run, i32 0)
  ret void
}

define void @run_half(ptr %p) {
; CHECK: rule 4: the run half is not a function, in `run_half`
; CHECK: rule 4: the run half is not a void (ptr, i1), in `run_half`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr %p, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @not_run, i32 0)
  ret void
}

define void @segment(i32 %n) {
; CHECK: rule 4: the segment is not a constant, in `segment`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 %n)
  ret void
}

define void @unwinds() personality ptr null {
; CHECK: rule 4: only exit and unwind markers unwind, in `unwinds`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  invoke void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
      to label %done unwind label %pad
done:
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  ret void
}
