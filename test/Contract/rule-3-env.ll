; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: an environment has a constant size, a power of two as its alignment and
; a repeat from 0 to 2, and is deferred at most once.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @size(i64 %n) {
; CHECK: rule 3: the size is not a constant, in `size`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 %n, i64 8, i32 0)
  ret void
}

define void @alignment() {
; CHECK: rule 3: the alignment is not a power of two, in `alignment`
; CHECK: rule 3: the alignment is out of range, in `alignment`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 12, i32 0)
  %z = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 0, i32 0)
  ret void
}

define void @repeat() {
; CHECK: rule 3: the repeat is out of range, in `repeat`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 7)
  ret void
}

define void @twice() {
; CHECK: rule 3: one environment is deferred more than once, in `twice`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  ret void
}

define void @fine() {
; CHECK-NOT: fine
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 24, i64 64, i32 2)
  ret void
}
