; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: a box has a constant size and a power of two as its alignment.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_box(ptr, i64, i64, ptr)

define void @operands(i64 %n) {
; CHECK: rule 10: the size is not a constant, in `operands`
; CHECK: rule 10: the alignment is not a power of two, in `operands`
  %taken = alloca i8
  %f = call ptr @__deferc_mark_frame(i32 0)
  %b = call ptr @__deferc_mark_box(ptr %f, i64 %n, i64 3, ptr %taken)
  ret void
}
