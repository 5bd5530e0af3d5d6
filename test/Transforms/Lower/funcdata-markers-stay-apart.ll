; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: the optimizer may not merge the marker of a frame with that of another one,
; which would be a marker of neither.

target triple = "x86_64-pc-linux-gnu"

; CHECK: call void {{.*}}@__deferc_mark_funcdata({{.*}}) [[MARKER:#[0-9]+]]
; CHECK: attributes [[MARKER]] = { nomerge }

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
