; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a run marker behind a landing pad is an unwind marker in a loop: a
; deferred call that throws replaces the exception, and the loop goes on.

; CHECK-LABEL: define void @f(
; CHECK:         [[FRAME:%.*]] = call ptr @__deferc_mark_frame(i32 0)
; CHECK:       pad:
; CHECK:         store ptr %exn, ptr %exn.slot
; CHECK:         br label %[[UNWIND:.*]]
; CHECK:       [[UNWIND]]:
; CHECK-NEXT:    [[EXN:%.*]] = load ptr, ptr %exn.slot
; CHECK-NEXT:    [[ANSWER:%.*]] = invoke i1 @__deferc_mark_unwind(ptr [[FRAME]], i32 0, ptr [[EXN]])
; CHECK-NEXT:      to label %[[CHECK:.*]] unwind label %[[AGAIN:.*]]
; CHECK:       [[CHECK]]:
; CHECK-NEXT:    br i1 [[ANSWER]], label %left, label %resume
; CHECK:       [[AGAIN]]:
; CHECK-NEXT:    [[E:%.*]] = landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    [[NEW:%.*]] = extractvalue { ptr, i32 } [[E]], 0
; CHECK:         [[OLD:%.*]] = load ptr, ptr %exn.slot
; CHECK-NEXT:    [[GOES:%.*]] = call ptr @__deferc_replaced(ptr [[FRAME]], ptr [[OLD]], ptr [[NEW]])
; CHECK-NEXT:    store ptr [[GOES]], ptr %exn.slot
; CHECK:         br label %[[UNWIND]]
; CHECK-NOT:   terminate:

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %exn.slot = alloca ptr
  %ehselector.slot = alloca i32
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  invoke void @work() to label %left unwind label %pad
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %e, 0
  store ptr %exn, ptr %exn.slot
  %sel = extractvalue { ptr, i32 } %e, 1
  store i32 %sel, ptr %ehselector.slot
  invoke void @__deferc_clang_run(ptr %segment) to label %resume unwind label %terminate
resume:
  %r.exn = load ptr, ptr %exn.slot
  %r.sel = load i32, ptr %ehselector.slot
  %r.0 = insertvalue { ptr, i32 } poison, ptr %r.exn, 0
  %r.1 = insertvalue { ptr, i32 } %r.0, i32 %r.sel, 1
  resume { ptr, i32 } %r.1
terminate:
  %t = landingpad { ptr, i32 } catch ptr null
  unreachable
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
