; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a temporary of the operand is in the environment, where both halves
; find it; what ends it runs behind the deferred call.

; CHECK-LABEL: define void @f(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(ptr %{{.*}}, i64 24, i64 16, i32 0)
; CHECK-NEXT:    call void @make(ptr [[ENV]])
; CHECK-NEXT:    call void @__deferc_mark_defer(
; CHECK-NOT:     call {{.*}}@destroy
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(ptr %0, i1 zeroext %1)
; CHECK-NOT:     alloca
; CHECK:         call void %{{.*}}(ptr %0)
; CHECK-NEXT:    call void @destroy(ptr %0)

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
  %text = alloca [24 x i8], align 16
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  call void @make(ptr %text)
  call void @use(ptr %text)
  call void @__deferc_clang_end()
  call void @destroy(ptr %text)
  ret void
}

declare void @make(ptr)
declare void @destroy(ptr)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare i32 @__gxx_personality_v0(...)
