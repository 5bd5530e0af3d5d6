; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a closure that reads its object behind the deferred call gets its
; address from the environment.

; CHECK-LABEL: define void @f(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(ptr %{{.*}}, i64 8, i64 8, i32 0)
; CHECK-NEXT:    store ptr %object, ptr [[ENV]]
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         [[THIS:%.*]] = load ptr, ptr %0
; CHECK:         call void @use(ptr [[THIS]])

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
  call void @work()
  call void @__deferc_clang_end()
  call void @use(ptr %this)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare void @work()
declare i32 @__gxx_personality_v0(...)
