; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: a caught marker names the frame of its function.

declare i1 @__deferc_mark_caught(ptr)

define void @foreign(ptr %f) {
; CHECK: rule 7: the first operand is not the function's frame, in `foreign`
  %r = call i1 @__deferc_mark_caught(ptr %f)
  ret void
}
