; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the annotation of `defer_result` is dropped: it would keep the
; variable in memory.

; CHECK-LABEL: define void @f(
; CHECK-NOT:     llvm.var.annotation
; CHECK-NOT:     __deferc_mark_box
; CHECK-LABEL: define internal void @f.func1(

@box = private constant [14 x i8] c"deferc.result\00", section "llvm.metadata"
@file = private constant [2 x i8] c"f\00", section "llvm.metadata"

define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %v = alloca i32
  %object = alloca ptr
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %v)
  call void @llvm.var.annotation.p0.p0(ptr %v, ptr @box, ptr @file, i32 1, ptr null)
  store i32 1, ptr %v
  store ptr %v, ptr %object
  call void @closure(ptr %object)
  call void @llvm.lifetime.end.p0(ptr %v)
  %n = call i32 @get()
  %again = icmp ne i32 %n, 0
  br i1 %again, label %loop, label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 1, i64 8)
  %v = load ptr, ptr %this
  call void @use(ptr %v)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
declare void @llvm.lifetime.start.p0(ptr)
declare void @llvm.lifetime.end.p0(ptr)
declare void @llvm.var.annotation.p0.p0(ptr, ptr, ptr, i32, ptr)
