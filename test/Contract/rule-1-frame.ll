; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: a function has at most one frame, in its entry block, with a constant
; number of returns.

declare ptr @__deferc_mark_frame(i32)

define void @twice() {
; CHECK: rule 1: the function has a frame already, in `twice`:  %second = call
  %first = call ptr @__deferc_mark_frame(i32 0)
  %second = call ptr @__deferc_mark_frame(i32 0)
  ret void
}

define void @late() {
; CHECK: rule 1: the frame is not marked in the entry block, in `late`
  br label %next
next:
  %f = call ptr @__deferc_mark_frame(i32 0)
  ret void
}

define void @unknown(i32 %n) {
; CHECK: rule 1: the number of returns is not a constant, in `unknown`
  %f = call ptr @__deferc_mark_frame(i32 %n)
  ret void
}

define void @negative() {
; CHECK: rule 1: the number of returns is out of range, in `negative`
  %f = call ptr @__deferc_mark_frame(i32 -2)
  ret void
}

define void @wrong_type() {
; CHECK: rule 1: the call does not have the type of the contract, in `wrong_type`
  %f = call ptr @__deferc_mark_frame()
  ret void
}

define void @fine() {
; CHECK-NOT: fine
  %f = call ptr @__deferc_mark_frame(i32 -1)
  ret void
}
