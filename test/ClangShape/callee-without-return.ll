; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a deferred call that does not return needs no end marker: Clang emits
; nothing behind it.

; CHECK-LABEL: define void @f(
; CHECK:         [[N:%.*]] = call i32 @get()
; CHECK-NEXT:    store i32 [[N]], ptr %env
; CHECK-NEXT:    call void @__deferc_mark_defer(
; CHECK-NOT:     call {{.*}}@exit
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         [[EXIT:%.*]] = call ptr @__deferc_mark_entry(ptr @exit, i1 %1)
; CHECK-NEXT:    call void [[EXIT]](i32
; CHECK-NEXT:    unreachable

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
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  %n = call i32 @get()
  call void @exit(i32 %n)
  unreachable
}

declare void @exit(i32) noreturn

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
