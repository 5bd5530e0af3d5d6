; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: a frame names at most one result, in the entry block, with a constant
; size and a kind from 0 to 2.

declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)

define void @twice(ptr %slot) {
; CHECK: rule 2: the function has a result already, in `twice`
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  ret void
}

define void @late(ptr %slot) {
; CHECK: rule 2: the result is not marked in the entry block, in `late`
  %f = call ptr @__deferc_mark_frame(i32 0)
  br label %next
next:
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  ret void
}

define void @operands(ptr %slot, i64 %size) {
; CHECK: rule 2: the size is not a constant, in `operands`
; CHECK: rule 2: the kind is out of range, in `operands`
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 %size, i32 3)
  ret void
}

define void @no_frame(ptr %slot) {
; CHECK: rule 2: the first operand is not the function's frame, in `no_frame`
  call void @__deferc_mark_result(ptr %slot, ptr %slot, i64 4, i32 0)
  ret void
}

define void @fine(ptr %slot) {
; CHECK-NOT: fine
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 4, i32 0)
  ret void
}
