; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: where the function's defer statements were dead code, a handler has
; caught no panic of the function's.

; CHECK-LABEL: define void @f(
; CHECK-NOT:     @__deferc_
; CHECK:         br i1 false, label %leave, label %handler
; CHECK-NOT:     @__deferc_

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
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
  ret void
}

declare i1 @__deferc_clang_catching()
declare void @use(ptr)
declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
