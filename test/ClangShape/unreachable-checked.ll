; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the check that UndefinedBehaviorSanitizer puts behind a call that does
; not return is not the deferred call.

; CHECK-LABEL: define void @f(
; CHECK-NOT:     call {{.*}}@handle
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         [[ABORT:%.*]] = call ptr @__deferc_mark_entry(ptr @abort, i1 %1)
; CHECK-NEXT:    call void [[ABORT]]()
; CHECK-NEXT:    unreachable
; CHECK-NOT:     call {{.*}}@handle

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
  call void @abort()
  call void @handle(), !nosanitize !0
  unreachable, !nosanitize !0
}

declare void @handle() noreturn
!0 = !{}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @abort() noreturn
declare i32 @__gxx_personality_v0(...)
