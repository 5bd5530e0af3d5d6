; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a closure that two statements call defers twice: Clang emits the body
; of a constructor with virtual bases twice.

; CHECK-LABEL: define void @complete(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(
; CHECK:         call void @__deferc_mark_defer(ptr %{{.*}}, ptr [[ENV]], ptr @complete.deferwrap1.deferc.run, i32 0)
; CHECK-LABEL: define void @base(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(
; CHECK:         call void @__deferc_mark_defer(ptr %{{.*}}, ptr [[ENV]], ptr @complete.deferwrap1.deferc.run, i32 0)

define void @complete(ptr %m) personality ptr @__gxx_personality_v0 {
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
define void @base(ptr %m) personality ptr @__gxx_personality_v0 {
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
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
