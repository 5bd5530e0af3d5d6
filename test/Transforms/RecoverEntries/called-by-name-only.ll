; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: a function that recovers and whose address nobody can have needs no way
; from its address to its deferred entry point.

define internal void @f() {
; CHECK-LABEL: define internal void @f(
; CHECK-SAME:    [[F:#[0-9]+]] {
; CHECK:       attributes [[F]] = { "deferc-recovers" }
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %c = call ptr @__deferc_mark_entry(ptr @f, i1 %panicking)
  call void %c()
  ret void
}

define void @g() {
  call void @f()
  ret void
}

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
