; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: the exit of a segment before that of a higher one with calls pending is an
; error; an exit of a segment that has nothing pending is none.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @lower_first() {
; CHECK: error: {{.*}}rule 5: segment 1 may have calls pending; higher segments are left first, in `lower_first`:  call void @__deferc_mark_exit(ptr %f, i32 0)
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 1)
  ret void
}

define void @twice() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
