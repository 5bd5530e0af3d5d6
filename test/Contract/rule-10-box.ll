; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: a box that may be given out again has a constant size, one that is new each
; time any size; the alignment is a power of two.

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

define void @eachTime(i64 %n) {
; CHECK-NOT: `eachTime`
  %f = call ptr @__deferc_mark_frame(i32 0)
  %b = call ptr @__deferc_mark_box(ptr %f, i64 %n, i64 16, ptr null)
  ret void
}
