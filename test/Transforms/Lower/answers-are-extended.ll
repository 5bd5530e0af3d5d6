; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: a function of the runtime that answers a bool is declared as Clang declares it,
; with the bool extended to its register.

target triple = "x86_64-pc-linux-gnu"

; CHECK-DAG: declare zeroext i1 @__deferc_recovered(ptr, ptr)
; CHECK-DAG: declare zeroext i1 @__deferc_caught(ptr)

define void @f() personality ptr @__gxx_personality_v0 {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } catch ptr null
  %exn = extractvalue { ptr, i32 } %lp, 0
  %recovered = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %recovered, label %exit, label %caught
caught:
  %mine = call i1 @__deferc_mark_caught(ptr %f)
  br i1 %mine, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare i1 @__deferc_mark_caught(ptr)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
