; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the recovered marker describes frame and result: number of returns,
; slot, size and kind.

; CHECK-LABEL: define i32 @f(
; CHECK:         [[FRAME:%.*]] = call ptr @__deferc_mark_frame(i32 3)
; CHECK-NEXT:    call void @__deferc_mark_result(ptr [[FRAME]], ptr %slot, i64 4, i32 1)

define i32 @f() personality ptr @__gxx_personality_v0 {
entry:
  %slot = alloca i32
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 3, ptr %slot, i64 4, i32 1)
  br i1 %recovered, label %left, label %body
body:
  store i32 7, ptr %slot
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  %r = load i32, ptr %slot
  ret i32 %r
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
