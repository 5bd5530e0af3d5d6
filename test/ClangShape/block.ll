; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the closure of a block is the deferred call; its captures are copied
; into the environment, and its run half calls it.

; CHECK-LABEL: define void @f(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(ptr %{{.*}}, i64 16, i64 8, i32 0)
; CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align 8 [[ENV]], ptr align 8 %object, i64 16, i1 false)
; CHECK-NEXT:    call void @__deferc_mark_defer(ptr %{{.*}}, ptr [[ENV]], ptr @f.func1.deferc.run, i32 0)
; CHECK-LABEL: define internal void @f.func1(ptr %this)
; CHECK-NEXT:    %m = load ptr, ptr %this
; CHECK-LABEL: define internal void @f.func1.deferc.run(ptr %0, i1 zeroext %1)
; CHECK:         [[BLOCK:%.*]] = call ptr @__deferc_mark_entry(ptr @f.func1, i1 %1)
; CHECK-NEXT:    call void [[BLOCK]](ptr %0)

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca [2 x ptr]
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
  call void @__deferc_clang_begin(i32 0, i32 0, i64 16)
  %m = load ptr, ptr %this
  call void @unlock(ptr %m)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @unlock(ptr)
declare i32 @__gxx_personality_v0(...)
