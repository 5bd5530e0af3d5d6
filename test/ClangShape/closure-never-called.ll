; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a closure that nothing calls leaves no function and no marker.

; CHECK-NOT:   @closure(
; CHECK-NOT:   __deferc_clang
; CHECK-LABEL: define void @f(
; CHECK-NEXT:    ret void
; CHECK-NOT:   @closure(
; CHECK-NOT:   __deferc_clang

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  call void @work()
  call void @__deferc_clang_end()
  ret void
}

define void @f() {
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @work()
