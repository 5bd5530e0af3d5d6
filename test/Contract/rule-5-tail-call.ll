; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: the return behind a `musttail` call is one to check, also when the callee is
; said not to return: no pass may drop it. Behind another such call it is dead.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @never() noreturn

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @tail() {
; CHECK: error: {{.*}}rule 5: block %0 returns while segment 0 may have calls pending; every path to it passes the segment's exit marker, in `tail`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  musttail call void @never()
  ret void
}

define void @other() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @never()
  ret void
}
