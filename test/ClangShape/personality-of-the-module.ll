; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a function without a personality gets the one that the module's other
; functions have.

; CHECK: define void @f(ptr %m) personality ptr @__objc_personality_v0

define void @f(ptr %m) {
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

define void @g() personality ptr @__objc_personality_v0 {
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 64, i64 1)
  ret void
}

declare i32 @__objc_personality_v0(...)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
