; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a handler that catches everything asks the frame whether it has caught
; a panic that the function recovered.

; CHECK-LABEL: define void @f(
; CHECK:         [[FRAME:%.*]] = call ptr @__deferc_mark_frame(i32 0)
; CHECK:         call ptr @__cxa_begin_catch(
; CHECK-NEXT:    [[OURS:%.*]] = call i1 @__deferc_mark_caught(ptr [[FRAME]])
; CHECK-NEXT:    br i1 [[OURS]], label %leave, label %handler

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  invoke void @work() to label %left unwind label %pad
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %exn = extractvalue { ptr, i32 } %e, 0
  %caught = call ptr @__cxa_begin_catch(ptr %exn)
  %ours = call i1 @__deferc_clang_catching()
  br i1 %ours, label %leave, label %handler
leave:
  call void @__cxa_end_catch()
  br label %left
handler:
  call void @use(ptr %exn)
  call void @__cxa_end_catch()
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i1 @__deferc_clang_catching()
declare void @use(ptr)
declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
