; RUN: %deferc_passes=deferc-verify %s | FileCheck %s
;
; Intent: what a frontend says about a marker by attributes does not count: an exit may
; unwind, and it returns.

; CHECK: declare void @__deferc_mark_exit(ptr, i32) [[ATTRS:#[0-9]+]]
; CHECK: attributes [[ATTRS]] = { "dontcall-error"=
declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_exit(ptr, i32) nounwind noreturn memory(none)

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
