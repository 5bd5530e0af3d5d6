; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: an open-coded frame is not inlined into a function that calls setjmp: a
; longjmp out of it would leave its bits behind in that function's frame.

target triple = "x86_64-pc-linux-gnu"

define void @jumps() {
; CHECK-LABEL: define void @jumps(
; CHECK:         call i32 @setjmp(ptr null)
; CHECK:         call void @defers() [[OUT_OF_LINE:#[0-9]+]]
; CHECK:       attributes [[OUT_OF_LINE]] = { noinline }
  %r = call i32 @setjmp(ptr null)
  call void @defers()
  ret void
}

define void @defers() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare i32 @setjmp(ptr) returns_twice
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
