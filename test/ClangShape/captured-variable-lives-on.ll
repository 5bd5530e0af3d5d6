; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a variable that a closure captures lives to the end of the function:
; the deferred call reads it there.

; CHECK-LABEL: define void @f(
; CHECK-NOT:     llvm.lifetime
; CHECK:         call void @__deferc_mark_defer(
; CHECK-NOT:     llvm.lifetime
; CHECK-LABEL: define internal void @f.func1(

define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %v = alloca ptr
  %object = alloca ptr
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  call void @llvm.lifetime.start.p0(ptr %v)
  store ptr %v, ptr %object
  call void @closure(ptr %object)
  call void @llvm.lifetime.end.p0(ptr %v)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 8)
  %v = load ptr, ptr %this
  call void @use(ptr %v)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare i32 @__gxx_personality_v0(...)
declare void @llvm.lifetime.start.p0(ptr)
declare void @llvm.lifetime.end.p0(ptr)
