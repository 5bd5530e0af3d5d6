; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: an operand that may throw is evaluated by an invoke; the call is
; registered on its normal edge alone.

; CHECK-LABEL: define void @f(
; CHECK:         [[N:%.*]] = invoke i32 @get()
; CHECK-NEXT:      to label %[[NORMAL:.*]] unwind label %pad
; CHECK:       [[NORMAL]]:
; CHECK-NEXT:    store i32 [[N]], ptr %env
; CHECK:         call void @__deferc_mark_defer(
; CHECK:       pad:
; CHECK-NEXT:    %e = landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    call void @work()
; CHECK-NEXT:    resume

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
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  %n = call i32 @get()
  call void @num(i32 %n)
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare void @num(i32)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
