; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: an unwind marker names its frame and a constant segment.

declare ptr @__deferc_mark_frame(i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)

define void @segment(i32 %n) {
; CHECK: rule 6: the segment is not a constant, in `segment`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 %n, ptr null)
  ret void
}

define void @foreign(ptr %f) {
; CHECK: rule 6: the first operand is not the function's frame, in `foreign`
  %r = call i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr null)
  ret void
}
