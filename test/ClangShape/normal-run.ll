; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a run marker on a normal path is an exit marker, an invoke whose pad
; leads to the segment's unwind marker; what unwinds on goes out of the
; function.

; CHECK-LABEL: define void @f(
; CHECK:         [[FRAME:%.*]] = call ptr @__deferc_mark_frame(i32 0)
; CHECK:       left:
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr [[FRAME]], i32 0)
; CHECK-NEXT:      to label %[[LEFT:.*]] unwind label %[[PAD:.*]]
; CHECK:       [[LEFT]]:
; CHECK-NEXT:    ret void
; CHECK:       [[UNWIND:.*]]:
; CHECK-NEXT:    [[EXN:%.*]] = load ptr, ptr [[EXN_SLOT:%.*]], align
; CHECK-NEXT:    [[ANSWER:%.*]] = invoke i1 @__deferc_mark_unwind(ptr [[FRAME]], i32 0, ptr [[EXN]])
; CHECK:       [[RESUME:.*]]:
; CHECK:         resume
; CHECK:         br i1 [[ANSWER]], label %left, label %[[RESUME]]
; CHECK:       [[PAD]]:
; CHECK-NEXT:    [[E:%.*]] = landingpad { ptr, i32 }
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    [[IN_FLIGHT:%.*]] = extractvalue { ptr, i32 } [[E]], 0
; CHECK-NEXT:    store ptr [[IN_FLIGHT]], ptr [[EXN_SLOT]]
; CHECK:         br label %[[UNWIND]]

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca ptr
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
