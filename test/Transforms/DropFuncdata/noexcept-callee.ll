; RUN: %deferc_passes='deferc-lower,function(sroa,instcombine,simplifycfg,deferc-drop-funcdata)' %s \
; RUN:   | FileCheck %s
;
; Intent: a callee that does not unwind keeps the funcdata unless it is known not to
; panic inside, by a definition that nothing replaces: a panic runs the callers' deferred calls before it ends the program.

target triple = "x86_64-pc-linux-gnu"

define void @unknown(ptr %p) {
; CHECK-LABEL: define void @unknown(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @elsewhere(ptr %p)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @panics(ptr %p) {
; CHECK-LABEL: define void @panics(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @loud(ptr %p)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @replaceable(ptr %p) {
; CHECK-LABEL: define void @replaceable(
; CHECK:         call void {{.*}}@__deferc_mark_funcdata(
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @weak_and_quiet(ptr %p)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @known(ptr %p) {
; CHECK-LABEL: define void @known(
; CHECK-NOT:     @__deferc_mark_funcdata(
; CHECK:         ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %p, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @quiet(ptr %p)
  %n = call i32 @reads(ptr %p)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @loud(ptr %p) nounwind noinline personality ptr @__gxx_personality_v0 {
  invoke void @may_panic(ptr %p)
      to label %done unwind label %terminate
done:
  ret void
terminate:
  %lp = landingpad { ptr, i32 } catch ptr null
  call void @_ZSt9terminatev() noreturn
  unreachable
}

define void @quiet(ptr %p) nounwind noinline {
  %locked = call i32 @pthread_mutex_lock(ptr %p)
  store volatile i32 0, ptr %p
  ret void
}

define weak void @weak_and_quiet(ptr %p) nounwind noinline {
  store volatile i32 0, ptr %p
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %p = load ptr, ptr %env
  call void @may_panic(ptr %p)
  ret void
}

declare void @may_panic(ptr)
declare void @elsewhere(ptr) nounwind
declare i32 @reads(ptr) nounwind memory(read)
declare i32 @pthread_mutex_lock(ptr) nounwind
declare void @_ZSt9terminatev() nounwind
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
