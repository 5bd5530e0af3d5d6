; RUN: %deferc_passes='default<O0>' %s | FileCheck %s
; RUN: %deferc_passes='default<O2>' %s | FileCheck %s
;
; Intent: returns that control cannot come to, behind a call that does not return or a
; branch on a constant, need no exit.

; CHECK-NOT: @__deferc_mark_

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare void @abort() noreturn nounwind

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @f(i1 %c) {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br i1 %c, label %stops, label %goes_on
stops:
  call void @abort()
  ret void
goes_on:
  br i1 false, label %never, label %next
never:
  ret void
next:
  switch i32 1, label %never [ i32 1, label %exit ]
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
unreached:
  ret void
}
