; RUN: not %deferc_passes=deferc-verify %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a funcdata marker has a run half and an offset for each defer it counts.

declare void @__deferc_mark_funcdata(ptr, i32, ...)

define void @operands() {
; CHECK: rule 11: the operands are not as many as the count says, in `operands`
  %frame = alloca [16 x i8]
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %frame, i32 2, ptr null, i64 0)
  ret void
}
