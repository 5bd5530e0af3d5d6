; RUN: %deferc -O0 -S %s -o - | FileCheck %s
;
; Intent: the passes also run on IR, so that a marker in it is lowered.

declare ptr @__deferc_mark_frame(i32)

; CHECK-LABEL: nothing_deferred:
; CHECK-NOT: __deferc_mark
; CHECK: .size nothing_deferred
define i32 @nothing_deferred() {
  %frame = call ptr @__deferc_mark_frame(i32 1)
  ret i32 7
}
