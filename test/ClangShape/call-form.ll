; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: what a closure evaluates in front of the deferred call stands in line
; and goes to the environment; the run half reads it there and makes the call.

; CHECK-LABEL: define void @f(
; CHECK:         [[FRAME:%.*]] = call ptr @__deferc_mark_frame(i32 0)
; CHECK:         [[ENV:%.*]] = call ptr @__deferc_mark_env(ptr [[FRAME]], i64 12, i64 8, i32 0)
; CHECK-NEXT:    [[M:%.*]] = load ptr, ptr %object
; CHECK-NEXT:    [[N:%.*]] = call i32 @get()
; CHECK-NEXT:    store ptr [[M]], ptr [[ENV]]
; CHECK-NEXT:    [[SECOND:%.*]] = getelementptr inbounds i8, ptr [[ENV]], i64 8
; CHECK-NEXT:    store i32 [[N]], ptr [[SECOND]]
; CHECK-NEXT:    call void @__deferc_mark_defer(ptr [[FRAME]], ptr [[ENV]], ptr @f.deferwrap1.deferc.run, i32 0)
; CHECK-NOT:     call {{.*}}@lock
; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(ptr %0, i1 zeroext %1)
; CHECK:         [[M:%.*]] = load ptr, ptr %0
; CHECK:         [[N:%.*]] = load i32, ptr
; CHECK:         [[LOCK:%.*]] = call ptr @__deferc_mark_entry(ptr @lock, i1 %1)
; CHECK-NEXT:    call void [[LOCK]](ptr [[M]], i32 [[N]])
; CHECK-NEXT:    ret void
; CHECK-NOT:   __deferc_clang

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
  %n = call i32 @get()
  call void @lock(ptr %m, i32 %n)
  call void @__deferc_clang_end()
  ret void
}

declare void @lock(ptr, i32)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
