; RUN: not %clang -x ir -O0 -c -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error: --implicit-check-not="Stack dump"
; RUN: not %clang -x ir -O2 -c -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error: --implicit-check-not="Stack dump"
; RUN: not %opt_deferc -passes='default<O2>' %s -disable-output 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error: --implicit-check-not="Stack dump"
;
; Intent: once a rule is broken, deferc's other passes leave the module alone: no crash,
; and no second error about the marker that is left.

target triple = "x86_64-pc-linux-gnu"

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare ptr @__deferc_mark_token()

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

; CHECK: error: {{.*}}rule 4: a marker is used as a value, in `f`:  store ptr @__deferc_mark_defer
define void @f() personality ptr @f {
  store ptr @__deferc_mark_defer, ptr null
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define ptr @also_has_markers() {
  %t = call ptr @__deferc_mark_token()
  ret ptr %t
}
