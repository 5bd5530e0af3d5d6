; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: an exit names its frame and a constant segment.

declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_exit(ptr, i32)

define void @segment(i32 %n) {
; CHECK: rule 5: the segment is not a constant, in `segment`
; CHECK: rule 5: the segment is out of range, in `segment`
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 %n)
  call void @__deferc_mark_exit(ptr %f, i32 -1)
  ret void
}

define void @foreign(ptr %f) {
; CHECK: rule 5: the first operand is not the function's frame, in `foreign`
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
