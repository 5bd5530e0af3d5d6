; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a run marker behind `__cxa_begin_catch` in the same block is on a
; normal path, too.

; CHECK-LABEL: define void @f(
; CHECK:         call void @__cxa_end_catch()
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr %frame, i32 0)
; CHECK-NEXT:      to label %[[LEFT:.*]] unwind
; CHECK:       [[LEFT]]:
; CHECK-NEXT:    ret void

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  invoke void @work() to label %left unwind label %pad
left:
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %exn = extractvalue { ptr, i32 } %e, 0
  %caught = call ptr @__cxa_begin_catch(ptr %exn)
  call void @__cxa_end_catch()
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
