; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: a path from a defer marker to a return that misses the exit of a segment is
; an error that names the returning block; a path that defers nothing needs no exit.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare void @g()
declare void @h(i1)

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

define void @one_of_two(i1 %c) {
; CHECK: error: {{.*}}rule 5: block %a returns while segment 0 may have calls pending; every path to it passes the segment's exit marker, in `one_of_two`:  ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br i1 %c, label %a, label %b
a:
  ret void
b:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @deferred_later(i1 %c) {
; CHECK: error: {{.*}}rule 5: block %exit returns while segment 0 may have calls pending; {{.*}}, in `deferred_later`
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  br i1 %c, label %defers, label %exit
defers:
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br label %exit
exit:
  ret void
}

define void @outer_segment() {
; CHECK: error: {{.*}}rule 5: block %0 returns while segment 0 may have calls pending; {{.*}}, in `outer_segment`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 1)
  ret void
}

define void @asm_goto() {
; CHECK: error: {{.*}}rule 5: block %other returns while segment 0 may have calls pending; {{.*}}, in `asm_goto`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  callbr void asm sideeffect "", "!i"() to label %next [label %other]
next:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
other:
  ret void
}

define void @tail_called() {
; CHECK: error: {{.*}}rule 5: block %0 returns while segment 0 may have calls pending; {{.*}}, in `tail_called`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  musttail call void @g()
  ret void
}

define void @nothing_deferred(i1 %c) {
  %f = call ptr @__deferc_mark_frame(i32 0)
  br i1 %c, label %early, label %defers
early:
  ret void
defers:
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  musttail call void @h(i1 %c)
  ret void
}
