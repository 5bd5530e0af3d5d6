; RUN: %deferc_passes='function(deferc-drop-funcdata)' %s | FileCheck %s
;
; Intent: what is found out about a callee for one frame of a function holds for the
; next: a callee that may panic keeps the funcdata of both.

target triple = "x86_64-pc-linux-gnu"

; CHECK-LABEL: define void @f(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(ptr %first,
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(ptr %second,
define void @f() {
  %first = alloca [16 x i8], align 16
  %second = alloca [16 x i8], align 16
  store volatile i8 0, ptr %first
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %first, i32 1, ptr @run, i64 0)
  store volatile i8 1, ptr %first
  call void @loud()
  store volatile i8 0, ptr %first
  store volatile i8 0, ptr %second
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %second, i32 1, ptr @run, i64 0)
  store volatile i8 1, ptr %second
  call void @loud()
  store volatile i8 0, ptr %second
  ret void
}

define internal void @loud() nounwind {
  call void @may_panic()
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @may_panic()
declare void @__deferc_mark_funcdata(ptr, i32, ...)
