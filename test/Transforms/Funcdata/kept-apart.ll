; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s
;
; Intent: a frame with a run half that does something else while panicking refers to
; it in its own section, so that identical code folding cannot take it for another.

target triple = "x86_64-pc-linux-gnu"

define void @f() {
; CHECK-LABEL: define void @f()
; CHECK-SAME:    prefix { i32, i32, i32, i32 } { i32 trunc (i64 sub (i64 ptrtoint (ptr @differs to i64), i64 ptrtoint (ptr @f to i64)) to i32), i32 0, i32 0, i32 0 }
  %frame = alloca [16 x i8], align 16
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %frame, i32 1, ptr @differs, i64 0)
  ret void
}

define void @g() {
; CHECK-LABEL: define void @g()
; CHECK-NOT:     prefix
; CHECK:         ret void
  %frame = alloca [16 x i8], align 16
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %frame, i32 1, ptr @same, i64 0)
  ret void
}

define internal void @differs(ptr %env, i1 zeroext %panicking) "deferc-panicking-differs" {
  ret void
}

define internal void @same(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @__deferc_mark_funcdata(ptr, i32, ...)
