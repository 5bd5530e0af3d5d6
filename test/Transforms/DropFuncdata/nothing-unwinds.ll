; RUN: %deferc_passes='default<O2>' %s | FileCheck %s
;
; Intent: of a frame in which nothing may unwind between a defer and its call, the
; call is all that is left.

target triple = "x86_64-pc-linux-gnu"

define void @f(ptr %p) {
; CHECK-LABEL: define void @f(
; CHECK-NOT:     __deferc
; CHECK:         tail call void @pthread_mutex_lock(ptr %p)
; CHECK-NEXT:    tail call void @release(ptr %p)
; CHECK-NEXT:    ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @pthread_mutex_lock(ptr %p)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %p = load ptr, ptr %env
  call void @release(ptr %p)
  ret void
}

; The deferred call itself may unwind: its bit is clear by then.
declare void @release(ptr)
declare void @pthread_mutex_lock(ptr) nounwind

declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
