; RUN: %deferc_passes=deferc-verify %s | FileCheck %s
;
; Intent: a module that keeps the rules is left as it is, but the markers are
; declared so that one that is left at code generation is an error.

; CHECK: declare ptr @__deferc_mark_frame(i32) [[ATTRS:#.*]]
; CHECK: attributes [[ATTRS]] = { nounwind "dontcall-error"=
declare ptr @__deferc_mark_frame(i32)

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  ret void
}
