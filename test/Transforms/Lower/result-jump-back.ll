; RUN: %deferc_passes='deferc-lower<O0>' %s | FileCheck %s
;
; Intent: an exit that a jump back out of a segment passes does not count as a
; return for what comes after: the result is zero from the start, and a defer
; statement takes the mark of a return back.

target triple = "x86_64-pc-linux-gnu"

define void @f(ptr %slot, i1 %back) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @f(
; CHECK:         call void @llvm.memset.p0.i64(ptr %slot, i8 0, i64 4, i1 false)
; CHECK:       top:
; CHECK-NEXT:    store i8 0, ptr [[RETURNED:%.*]],
; CHECK:       leave:
; CHECK-NEXT:    store i8 1, ptr [[RETURNED]],
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  br label %top
top:
  %env = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 1)
  call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 1)
  invoke void @work()
      to label %leave unwind label %pad
leave:
  call void @__deferc_mark_exit(ptr %f, i32 1)
  br i1 %back, label %top, label %end
end:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 1, ptr %exn)
  br i1 %r, label %leave, label %resume
resume:
  resume { ptr, i32 } zeroinitializer
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
