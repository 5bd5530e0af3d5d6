; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: an operand that defers keeps its evaluate half as a function, with a
; frame, which tells whether there is a call to defer.

; CHECK-LABEL: define void @f(
; CHECK:         [[THERE:%.*]] = call i1 @f.deferwrap1.deferc.evaluate(ptr %object, ptr %env)
; CHECK-NEXT:    br i1 [[THERE]], label %[[YES:.*]], label %[[NO:.*]]
; CHECK:       [[YES]]:
; CHECK-NEXT:    call void @__deferc_mark_defer(
; CHECK-LABEL: define internal i1 @f.deferwrap1.deferc.evaluate(ptr %0, ptr %1)
; CHECK:         [[FRAME:%.*]] = call ptr @__deferc_mark_frame(i32 0)
; CHECK:       recovery:
; CHECK:         invoke void @__deferc_mark_exit(ptr [[FRAME]], i32 0)
; CHECK-NEXT:      to label %[[RECOVERED:.*]] unwind
; CHECK:       [[RECOVERED]]:
; CHECK-NEXT:    ret i1 false
; CHECK:         call void @__deferc_mark_defer(ptr [[FRAME]], ptr %{{.*}}, ptr @f.deferwrap1.func1.deferc.run, i32 0)
; CHECK-NEXT:    [[N:%.*]] = call i32 @get()
; CHECK:         store i32 [[N]], ptr %1
; CHECK-NEXT:    ret i1 true

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

define internal void @closure(ptr %this) personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca i8
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1)
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %recovery, label %body
recovery:
  call void @__deferc_clang_run(ptr %segment)
  ret void
body:
  call void @inner(ptr %object)
  %n = call i32 @get()
  call void @__deferc_clang_run(ptr %segment)
  call void @num(i32 %n)
  call void @__deferc_clang_end()
  ret void
}

define internal void @inner(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  call void @work()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare void @num(i32)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
