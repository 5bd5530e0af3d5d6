; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
; RUN: %deferc_passes='deferc-lower<O0>' %s | FileCheck %s
;
; Intent: a frame that control cannot come to goes with the dead code around it.

target triple = "x86_64-pc-linux-gnu"

define void @f() {
; CHECK-LABEL: define void @f(
; CHECK-NEXT:    call void @abort()
; CHECK-NEXT:    unreachable
; CHECK-NEXT:  }
  call void @abort()
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @abort() noreturn
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
