; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: a recovered panic leaves an open-coded frame by a copy of its end, so that
; the normal end is not on a cycle.

target triple = "x86_64-pc-linux-gnu"

define i32 @f(i1 %b) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define i32 @f(
; CHECK:         br i1 %{{.*}}, label %exit.recovered, label %resume
; CHECK:       exit.recovered:
; CHECK:         call void @run(
; CHECK:         ret i32
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  %r = phi i32 [ 1, %entry ], [ 2, %pad ]
  call void @__deferc_mark_exit(ptr %f, i32 0)
  br i1 %b, label %more, label %done
more:
  br label %done
done:
  %s = phi i32 [ %r, %exit ], [ 7, %more ]
  ret i32 %s
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %again = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %again, label %exit, label %resume
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
