; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s
;
; Intent: a function that another object defines, a copy of which is here for inlining
; only, does not make the object register funcdata: it has none.

target triple = "x86_64-pc-linux-gnu"

; CHECK-NOT: __deferc_registerdso

define available_externally void @defers() {
  %frame = alloca [16 x i8], align 16
  store volatile i8 0, ptr %frame
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %frame, i32 1, ptr @run, i64 0)
  ret void
}

define available_externally void @recovers() "deferc-deferred-entry"="recovers.deferred" {
  ret void
}

define internal void @recovers.deferred() {
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @__deferc_mark_funcdata(ptr, i32, ...)
