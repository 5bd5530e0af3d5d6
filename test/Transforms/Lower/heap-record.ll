; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: a statement on a cycle gets a heap record, whatever the frontend says
; about it; its neighbour that runs once gets a stack record.

target triple = "x86_64-pc-linux-gnu"

define void @f(i64 %n) {
; CHECK-LABEL: define void @f(
; CHECK:         call void @__deferc_deferprocStack(
; CHECK:       loop:
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_newdefer(ptr [[FRAME:%.*]], i64 8, i64 8)
; CHECK-NEXT:    store i64 %i, ptr [[ENV]]
; CHECK-NEXT:    call void @__deferc_deferproc(ptr [[FRAME]], ptr [[ENV]], ptr @run, i32 0)
; CHECK:         call void @__deferc_deferreturn(ptr [[FRAME]], i32 0)
entry:
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e0 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 2)
  call void @__deferc_mark_defer(ptr %f, ptr %e0, ptr @run, i32 0)
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store i64 %i, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  %next = add i64 %i, 1
  %more = icmp slt i64 %next, %n
  br i1 %more, label %loop, label %exit
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
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
