; RUN: %deferc_passes=deferc-lower -pass-remarks=defer -pass-remarks-missed=defer \
; RUN:   -pass-remarks-analysis=defer %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a frontend that does not count its returns gets the ways to the end
; counted.

target triple = "x86_64-pc-linux-gnu"

; CHECK: 1 defer, 3 returns

define void @f(i32 %n) {
entry:
  %f = call ptr @__deferc_mark_frame(i32 -1)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  switch i32 %n, label %exit [
    i32 0, label %other
    i32 1, label %third
  ]
other:
  br label %exit
third:
  br label %exit
exit:
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
