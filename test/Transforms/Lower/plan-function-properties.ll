; RUN: %deferc_passes=deferc-lower -pass-remarks=defer -pass-remarks-missed=defer \
; RUN:   -pass-remarks-analysis=defer %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: what the function is, or calls, may rule open coding out: recover, setjmp,
; sanitizers that move slots, no optimisation. What follows a setjmp can run again.

target triple = "x86_64-pc-linux-gnu"

; CHECK: stack-allocated defer: the function calls recover
; CHECK: stack-allocated defer: optimisation is off
; CHECK-COUNT-4: stack-allocated defer: a sanitizer moves stack slots
; CHECK: open-coded defer
; CHECK: stack-allocated defer: the function calls setjmp or the like
; CHECK: heap-allocated defer: the statement can run more than once
; CHECK: heap-allocated defer: the statement can run more than once

define void @recovers() "deferc-recovers" {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @unoptimised() noinline optnone {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @asan() sanitize_address {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @hwasan() sanitize_hwaddress {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @memtag() sanitize_memtag {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @two_stacks() safestack {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @tsan() sanitize_thread {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @jumps() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %r = call i32 @setjmp(ptr null)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @jumpsBack() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %r = call i32 @setjmp(ptr null)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  br label %next

next:
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

declare i32 @setjmp(ptr) returns_twice

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
