; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: an alloca of an operand is one of the function, in the place of the
; statement: nothing frees it before the function returns.

; CHECK-LABEL: define void @f(
; CHECK:       body:
; CHECK:         [[N:%.*]] = call i32 @get()
; CHECK-NEXT:    [[SIZE:%.*]] = zext i32 [[N]] to i64
; CHECK-NEXT:    [[P:%.*]] = alloca i8, i64 [[SIZE]], align 16
; CHECK-NEXT:    store ptr [[P]], ptr %env
; CHECK-NOT:     llvm.stackrestore
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK-NOT:   __deferc_clang_alloca

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  call void @closure(ptr %object)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) {
entry:
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  %n = call i32 @get()
  %p = alloca i8, i32 %n, align 16
  call void @use(ptr %p)
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
