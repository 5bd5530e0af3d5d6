; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a segment that control never leaves, whose cleanup Clang does not
; emit, has a frame and no exit.

; CHECK-LABEL: define void @f(
; CHECK:         call ptr @__deferc_mark_frame(i32 0)
; CHECK-NOT:     @__deferc_mark_{{exit|unwind}}
; CHECK:       body:
; CHECK-NEXT:    br label %body

define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %recovery, label %body
recovery:
  ret void
body:
  br label %body
}

declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
