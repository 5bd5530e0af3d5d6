; RUN: %deferc_passes='function(deferc-drop-funcdata)' %s | FileCheck %s
;
; Intent: the funcdata stays when bits that may be set are loaded, cleared, and stored
; back in a block that was looked at before the load was known to find any.

target triple = "x86_64-pc-linux-gnu"

; CHECK-LABEL: define void @f(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
define void @f() {
entry:
  %frame = alloca [16 x i8], align 16
  store volatile i8 0, ptr %frame
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %frame, i32 1, ptr @run, i64 0)
  store volatile i8 1, ptr %frame
  br label %load
load:
  %bits = load volatile i8, ptr %frame
  store volatile i8 0, ptr %frame
  br label %back
back:
  store volatile i8 %bits, ptr %frame
  call void @may_panic()
  store volatile i8 0, ptr %frame
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @may_panic()
declare void @__deferc_mark_funcdata(ptr, i32, ...)
