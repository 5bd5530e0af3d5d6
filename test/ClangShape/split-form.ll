; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: everything behind the split marker is deferred, be it no call or
; several.

; CHECK-LABEL: define void @f(
; CHECK:         [[N:%.*]] = call i32 @get()
; CHECK-NOT:     store i32 [[N]], ptr %m
; CHECK-NOT:     call {{.*}}@use
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         [[M:%.*]] = load ptr, ptr %0
; CHECK:         [[N:%.*]] = load i32, ptr
; CHECK:         store i32 [[N]], ptr [[M]]
; CHECK-NEXT:    call void @use(ptr [[M]])
; CHECK-NEXT:    call void @num(i32 [[N]])

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca ptr
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  store ptr %m, ptr %object
  call void @closure(ptr %object)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 32, i64 8)
  %m = load ptr, ptr %this
  %n = call i32 @get()
  call void @__deferc_clang_split()
  store i32 %n, ptr %m
  call void @use(ptr %m)
  call void @num(i32 %n)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_split()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare void @num(i32)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
