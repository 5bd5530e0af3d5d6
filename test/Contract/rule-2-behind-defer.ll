; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: a result is marked before the first defer marker: a recover that comes
; earlier would return from a function whose result is not known.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define i32 @f() {
; CHECK: error: {{.*}}rule 2: the result is marked behind a defer marker, in `f`
  %slot = alloca i32
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret i32 0
}
