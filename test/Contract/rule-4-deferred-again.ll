; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: a loop that comes to a defer marker again without passing its env marker is
; refused; it would register one record twice.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @env_outside(i1 %more) {
; CHECK: error: {{.*}}rule 4: the environment is deferred already on some path; its env marker is passed again first, in `env_outside`:  call void @__deferc_mark_defer(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 1)
  br label %loop
loop:
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br i1 %more, label %loop, label %exit
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @env_inside(i1 %more) {
  %f = call ptr @__deferc_mark_frame(i32 0)
  br label %loop
loop:
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 1)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br i1 %more, label %loop, label %exit
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
