; RUN: %deferc_passes='deferc-verify,deferc-landing-pads' %s | FileCheck %s
;
; Intent: calls while nothing can be pending, calls that do not unwind, as setjmp, inline
; assembly and invokes stay as they are, and a function with nothing else gets no personality.

target triple = "x86_64-pc-linux-gnu"

define void @f(ptr %m) {
; CHECK-LABEL: define void @f(ptr %m) {
; CHECK-NOT:     invoke
; CHECK-NOT:     landingpad
; CHECK:         ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @work()
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %m, ptr %e
  call void @work()
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @quiet()
  call void @work() nounwind
  call void asm sideeffect "", ""()
  call i32 @setjmp(ptr %m)
  call void @llvm.donothing()
  call void @__deferc_mark_exit(ptr %f, i32 0) nounwind
  call void @work()
  ret void
}

define void @invoked() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @invoked(
; CHECK:         invoke void @work()
; CHECK-NEXT:      to label %exit unwind label %pad
; CHECK:         invoke void @__deferc_mark_exit(
; CHECK-NEXT:      to label %done unwind label %pad
; CHECK-COUNT-1: landingpad
; CHECK-NOT:     landingpad
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work() to label %exit unwind label %pad
exit:
  invoke void @__deferc_mark_exit(ptr %f, i32 0) to label %done unwind label %pad
done:
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %x = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %x) nounwind
  br i1 %r, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

; CHECK-LABEL: define void @no_frame(
; CHECK-NEXT:    call void @work()
define void @no_frame() {
  call void @work()
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare void @quiet() nounwind
declare i32 @setjmp(ptr) returns_twice
declare i32 @__gxx_personality_v0(...)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
