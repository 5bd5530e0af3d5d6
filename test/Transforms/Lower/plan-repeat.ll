; RUN: %deferc_passes=deferc-lower -pass-remarks=defer -pass-remarks-missed=defer \
; RUN:   -pass-remarks-analysis=defer %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: one defer that can repeat takes open coding from its neighbours, and only
; it gets a heap record. A statement that the frontend calls repeating is, cycle or
; not.

target triple = "x86_64-pc-linux-gnu"

; CHECK:      stack-allocated defer: a defer of the function can run more than once
; CHECK-NEXT: heap-allocated defer: the statement can run more than once

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 1)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
