; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a function pointer that is null panics when its call is due, not
; before.

; CHECK-LABEL: define void @f(
; CHECK-NOT:     call void @__deferc_panicmem
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         [[CALLEE:%.*]] = load ptr, ptr %0
; CHECK:         [[IS_NULL:%.*]] = icmp eq ptr [[CALLEE]], null
; CHECK-NEXT:    br i1 [[IS_NULL]], label %[[NULL:.*]], label %[[CALL:.*]]
; CHECK:       [[NULL]]:
; CHECK-NEXT:    call void @__deferc_panicmem()
; CHECK-NEXT:    unreachable
; CHECK:       [[CALL]]:
; CHECK-NEXT:    [[ENTRY:%.*]] = call ptr @__deferc_mark_entry(ptr [[CALLEE]], i1 %1)
; CHECK-NEXT:    call void [[ENTRY]](i32 1)

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca ptr
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  store ptr %m, ptr %object
  call void @closure(ptr %object)
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  %callee = load ptr, ptr %this
  call void %callee(i32 1)
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
declare void @__deferc_panicmem() noreturn
