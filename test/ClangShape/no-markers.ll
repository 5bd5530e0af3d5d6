; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a module without closure markers is not touched, whatever its
; functions are called.

; CHECK-LABEL: define i32 @__captured_stmt(
; CHECK-NEXT:    %p = alloca i8, i32 7
; CHECK-NEXT:    call void @use(ptr %p)
; CHECK-NEXT:    ret i32 1
; CHECK-NOT:   __deferc

define i32 @__captured_stmt(ptr %this) {
  %p = alloca i8, i32 7
  call void @use(ptr %p)
  ret i32 1
}

declare void @use(ptr)
