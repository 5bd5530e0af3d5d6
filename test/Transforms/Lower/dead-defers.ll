; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: a frame whose defer statements cannot be reached leaves nothing behind,
; neither in memory nor on its edges.

target triple = "x86_64-pc-linux-gnu"

define i1 @f(ptr %exn) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define i1 @f(
; CHECK-NOT:     __deferc
; CHECK:         ret i1 false
; CHECK-NOT:   {{^}}define {{.*}}__deferc
  %slot = alloca i1
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 1, i32 0)
  br i1 false, label %never, label %next
never:
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br label %next
next:
  invoke void @__deferc_mark_exit(ptr %f, i32 0)
      to label %done unwind label %pad
done:
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  ret i1 %r
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %c = call i1 @__deferc_mark_caught(ptr %f)
  ret i1 %c
}

define void @operands_only(i1 %b) {
; CHECK-LABEL: define void @operands_only(
; CHECK-NEXT:    [[MEMORY:%.*]] = alloca [8 x i8], align 8
; CHECK-NEXT:    store ptr null, ptr [[MEMORY]]
; CHECK-NEXT:    call void @work()
; CHECK-NEXT:    unreachable
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr null, ptr %e
  call void @work()
  unreachable
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare i1 @__deferc_mark_caught(ptr)
declare ptr @__deferc_mark_box(ptr, i64, i64, ptr)
