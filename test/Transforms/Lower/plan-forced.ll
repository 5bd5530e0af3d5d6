; RUN: %deferc_passes='deferc-lower<O0>' -defer-force=open -pass-remarks=defer \
; RUN:   -pass-remarks-missed=defer %s -o /dev/null 2>&1 | FileCheck %s --check-prefixes=OPEN
; RUN: %deferc_passes=deferc-lower -defer-force=stack -pass-remarks=defer \
; RUN:   -pass-remarks-missed=defer %s -o /dev/null 2>&1 | FileCheck %s --check-prefixes=STACK
; RUN: %deferc_passes=deferc-lower -defer-force=heap -pass-remarks=defer \
; RUN:   -pass-remarks-missed=defer %s -o /dev/null 2>&1 | FileCheck %s --check-prefixes=HEAP
;
; Intent: a tier can be forced, as far as it is legal: a repeating defer always gets
; a heap record.

target triple = "x86_64-pc-linux-gnu"

; OPEN:       open-coded defer
; OPEN-NEXT:  heap-allocated defer: the statement can run more than once
; STACK:      stack-allocated defer: forced by -defer-force
; STACK-NEXT: heap-allocated defer: the statement can run more than once
; HEAP:       heap-allocated defer: forced by -defer-force
; HEAP-NEXT:  heap-allocated defer: the statement can run more than once


define void @once()  {
  %f = call ptr @__deferc_mark_frame(i32 9)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @repeats() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 1)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
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
