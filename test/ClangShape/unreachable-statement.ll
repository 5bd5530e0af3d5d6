; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a statement behind a return has no segment, since Clang emits no
; variables there, and is dropped with its block.

; CHECK-LABEL: define void @f(
; CHECK-NEXT:  entry:
; CHECK-NOT:     call
; CHECK:         ret void
; CHECK-NEXT:  }

define void @f() {
entry:
  %object = alloca i8
  ret void
dead:
  call void @closure(ptr %object)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  call void @work()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @work()
