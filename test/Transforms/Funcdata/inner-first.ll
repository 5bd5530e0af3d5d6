; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s
;
; Intent: in a function with inlined frames every descriptor stands in the entry block,
; inner frames first; the bits are zero from there on, and no slot is shared with
; another by its lifetime. A marker that was copied makes one descriptor.

target triple = "x86_64-pc-linux-gnu"

define void @f(i1 %b) {
; CHECK-LABEL: define void @f(
; CHECK-NOT:     llvm.lifetime
; CHECK:         store volatile i8 0, ptr %inner
; CHECK-NEXT:    call void asm sideeffect {{.*}}(ptr elementtype([16 x i8]) %inner,
; CHECK-NEXT:    call void asm sideeffect {{.*}}(ptr elementtype([16 x i8]) %outer,
; CHECK-NOT:     asm sideeffect
; CHECK-NOT:     llvm.lifetime
; CHECK:         ret void
  %outer = alloca [16 x i8], align 16
  %inner = alloca [16 x i8], align 16
  store volatile i8 0, ptr %outer
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %outer, i32 1, ptr @run, i64 0)
  br i1 %b, label %one, label %two
one:
  call void @llvm.lifetime.start.p0(ptr %inner)
  store volatile i8 0, ptr %inner
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %inner, i32 1, ptr @run, i64 0)
  call void @llvm.lifetime.end.p0(ptr %inner)
  ret void
two:
  call void @llvm.lifetime.start.p0(ptr %inner)
  store volatile i8 0, ptr %inner
  call void (ptr, i32, ...) @__deferc_mark_funcdata(ptr %inner, i32 1, ptr @run, i64 0)
  call void @llvm.lifetime.end.p0(ptr %inner)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @__deferc_mark_funcdata(ptr, i32, ...)
declare void @llvm.lifetime.start.p0(ptr)
declare void @llvm.lifetime.end.p0(ptr)
