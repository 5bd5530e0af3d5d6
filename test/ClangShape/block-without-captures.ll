; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a block without captures, whose object is a byte, has no environment.

; CHECK-LABEL: define void @f(
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(ptr %{{.*}}, i64 0, i64 8, i32 0)
; CHECK-NEXT:    call void @__deferc_mark_defer(ptr %{{.*}}, ptr [[ENV]], ptr @f.func1.deferc.run, i32 0)

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
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  call void @work()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
