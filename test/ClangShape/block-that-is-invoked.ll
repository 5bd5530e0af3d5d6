; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a block is not run where the statement stands, so the statement does
; not unwind: its pad goes.

; CHECK-LABEL: define void @f(
; CHECK:       body:
; CHECK-NOT:     invoke
; CHECK:         call void @__deferc_mark_defer(
; CHECK:       left:
; CHECK-NOT:     call {{.*}}@work
; CHECK-LABEL: define internal void @f.func1(

define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  invoke void @closure(ptr %object) to label %left unwind label %pad
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @work()
  resume { ptr, i32 } %e
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
