; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s
;
; Intent: a funcdata marker becomes a descriptor with the run halves as operands, lowest bit
; first, that names the frame's address; nothing else of it is left.

target triple = "x86_64-pc-linux-gnu"

define void @f() {
; CHECK-LABEL: define void @f()
; CHECK:         [[FRAME:%.*]] = alloca [32 x i8]
; CHECK:         call void asm sideeffect
; CHECK-SAME:      .pushsection deferc_funcdata,\22ao?\22,@progbits,.Ldeferc${:uid}
; CHECK-SAME:      .long 1179665732\0A\09.byte 1, 2\0A
; CHECK-SAME:      .long ${1:c}-.\0A\09.long 0\0A\09.long ${2:c}-.\0A\09.long 8\0A
; CHECK-SAME:      leaq $0, %rax
; CHECK-SAME:      "*m,i,i,~{rsp},~{memory},
; CHECK-SAME:      (ptr elementtype([32 x i8]) [[FRAME]], ptr @run0, ptr @run1)
; CHECK-NOT:     __deferc_mark
; CHECK:         ret void
  %frame = alloca [32 x i8], align 16
  store volatile i8 0, ptr %frame
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %frame, i32 2, ptr @run0, i64 0, ptr @run1, i64 8)
  ret void
}

define internal void @run0(ptr %env, i1 zeroext %panicking) {
  ret void
}

define internal void @run1(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @__deferc_mark_funcdata(ptr, i32, ...)
