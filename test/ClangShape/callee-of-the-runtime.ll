; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a function of the runtime has no second entry point, so its call stays
; as it is.

; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK-NOT:     @__deferc_mark_entry
; CHECK:         call void @__deferc_panic_s(ptr

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
  %m = load ptr, ptr %this
  call void @__deferc_panic_s(ptr %m)
  unreachable
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
declare void @__deferc_panic_s(ptr) noreturn
