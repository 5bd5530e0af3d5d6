; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: markers that only lack a right frame are not reported one by one.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @late() {
; CHECK: error: {{.*}}rule 1: the frame is not marked in the entry block, in `late`
  br label %next
next:
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @foreign(ptr %f) {
; CHECK: error: {{.*}}rule 3: the first operand is not the function's frame, in `foreign`
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
