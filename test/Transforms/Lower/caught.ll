; RUN: %deferc_passes='deferc-lower<O0>' %s | FileCheck %s
;
; Intent: a catch-all handler that has caught the frame's own recovered panic
; settles the result before it returns.

target triple = "x86_64-pc-linux-gnu"

define i32 @f() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define i32 @f(
; CHECK:         [[ANSWER:%.*]] = call i1 @__deferc_caught(ptr
; CHECK-NEXT:    br i1 [[ANSWER]], label %deferc.recovered, label %deferc.join
; CHECK:       deferc.recovered:
; CHECK:         call void @llvm.memset.p0.i64(ptr %slot, i8 0, i64 4, i1 false)
; CHECK:         br i1 [[ANSWER]], label %exit, label %handler
entry:
  %slot = alloca i32
  %f = call ptr @__deferc_mark_frame(i32 1)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  %env = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  %r = load i32, ptr %slot
  ret i32 %r
pad:
  %lp = landingpad { ptr, i32 } catch ptr null
  %c = call i1 @__deferc_mark_caught(ptr %f)
  br i1 %c, label %exit, label %handler
handler:
  store i32 1, ptr %slot
  br label %exit
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
