; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: the end of a function has no copy for recoveries when the function is to be
; small, and when the address of one of the end's blocks is taken: the address could be
; that of one copy only.

target triple = "x86_64-pc-linux-gnu"

; CHECK-NOT: {{^}}exit.recovered

define void @small() minsize personality ptr @__gxx_personality_v0 {
entry:
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  invoke void @work()
      to label %exit unwind label %pad
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %recovered = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %recovered, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

define void @address_taken(ptr %to) personality ptr @__gxx_personality_v0 {
entry:
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  store ptr blockaddress(@address_taken, %exit), ptr %to
  invoke void @work()
      to label %jump unwind label %pad
jump:
  %target = load ptr, ptr %to
  indirectbr ptr %target, [label %exit]
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
pad:
  %lp = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %recovered = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr %exn)
  br i1 %recovered, label %exit, label %resume
resume:
  resume { ptr, i32 } %lp
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
