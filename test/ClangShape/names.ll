; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: closures have Go's names: `f.func1` is the first block of f,
; `f.deferwrap1` its first deferred call, and a block in a block counts from 1
; again.

; CHECK-DAG: define internal void @f.func1(ptr
; CHECK-DAG: define internal void @f.func1.deferc.run(
; CHECK-DAG: define internal void @f.func1.func1(ptr
; CHECK-DAG: define internal void @f.func1.func1.deferc.run(
; CHECK-DAG: define internal void @f.deferwrap1.deferc.run(
; CHECK-NOT: @{{inner|outer|call}}(

define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  call void @call(ptr %object)
  call void @outer(ptr %object)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @inner(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

define internal void @outer(ptr %this) personality ptr @__gxx_personality_v0 {
entry:
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  call void @inner(ptr %object)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @call(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  call void @work()
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
