; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a closure that passes its own address on, as -finstrument-functions
; lets it, is split like any other.

; CHECK-LABEL: define void @f(
; CHECK:         call void @enter(ptr @f.deferwrap1)
; CHECK:         call void @__deferc_mark_defer(ptr %{{.*}}, ptr %{{.*}}, ptr @f.deferwrap1.deferc.run, i32 0)
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         call ptr @__deferc_mark_entry(ptr @work, i1 %1)
; CHECK:         call void @leave(ptr @f.deferwrap1)

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
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

define internal void @closure(ptr %this) {
  call void @enter(ptr @closure)
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  call void @work()
  call void @__deferc_clang_end()
  call void @leave(ptr @closure)
  ret void
}

declare void @enter(ptr)
declare void @leave(ptr)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
