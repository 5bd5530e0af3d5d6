; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a struct that is passed by value is copied where the statement stands,
; not when the call is made.

; CHECK-LABEL: define void @f(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(ptr %{{.*}}, i64 32, i64 8, i32 0)
; CHECK-NEXT:    [[S:%.*]] = load ptr, ptr %object
; CHECK-NEXT:    call void @llvm.memcpy.p0.p0.i64(ptr align 8 [[ENV]], ptr align {{.*}} [[S]], i64 32, i1 false)
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         call void %{{.*}}(ptr byval([4 x i64]) align 8 %0)

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
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  %s = load ptr, ptr %this
  call void @take(ptr byval([4 x i64]) align 8 %s)
  call void @__deferc_clang_end()
  ret void
}

declare void @take(ptr byval([4 x i64]) align 8)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
