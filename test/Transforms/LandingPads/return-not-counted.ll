; RUN: %deferc_passes='deferc-verify,deferc-landing-pads,deferc-lower' \
; RUN:   -pass-remarks-analysis=defer %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: the return behind the recovery exit that the pass makes is none of the returns
; that are counted for a frontend which does not count them.

target triple = "x86_64-pc-linux-gnu"

; CHECK: 1 defer, 1 return

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 -1)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @work()
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
