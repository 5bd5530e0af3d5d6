; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: what a scope of an operand allocates lives on when the deferred call
; can have a pointer: the scope no longer frees it.

; CHECK-LABEL: define void @f(
; CHECK:         [[V:%.*]] = alloca i8, i64 %{{.*}}, align 16
; CHECK-NEXT:    call void @fill(ptr [[V]])
; CHECK-NOT:     call void @llvm.stackrestore
; CHECK:         store ptr [[V]], ptr %env
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  call void @closure(ptr %object)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) {
entry:
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  br label %scope
scope:
  %saved = call ptr @llvm.stacksave.p0()
  %n = call i32 @get()
  %v = alloca i8, i32 %n, align 16
  call void @fill(ptr %v)
  call void @llvm.stackrestore.p0(ptr %saved)
  call void @use(ptr %v)
  call void @__deferc_clang_end()
  ret void
}

declare void @fill(ptr)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
declare ptr @llvm.stacksave.p0()
declare void @llvm.stackrestore.p0(ptr)
