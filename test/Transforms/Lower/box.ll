; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: a box serves the next iteration of the loop again unless a defer has taken it, a
; box without a place that says so is a new one each time, of the size there and then;
; both are plain memory of the frame in a function that defers nothing.

target triple = "x86_64-pc-linux-gnu"

define void @taken(i1 %b) {
; CHECK-LABEL: define void @taken(
; CHECK:         store ptr null, ptr [[LAST:%.*]],
; CHECK:       loop:
; CHECK-NEXT:    [[TAKEN:%.*]] = load i8, ptr %t
; CHECK-NEXT:    [[WIDE:%.*]] = zext i8 [[TAKEN]] to i32
; CHECK-NEXT:    [[OLD:%.*]] = load ptr, ptr [[LAST]]
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @__deferc_newbox(ptr {{.*}}, i64 4, i64 4, ptr [[OLD]], i32 [[WIDE]])
; CHECK-NEXT:    store ptr [[BOX]], ptr [[LAST]]
; CHECK-NEXT:    store i8 0, ptr %t
; CHECK-NEXT:    store i32 7, ptr [[BOX]]
entry:
  %t = alloca i8
  %f = call ptr @__deferc_mark_frame(i32 0)
  store i8 0, ptr %t
  br label %loop
loop:
  %box = call ptr @__deferc_mark_box(ptr %f, i64 4, i64 4, ptr %t)
  store i32 7, ptr %box
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 1)
  store ptr %box, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  store i8 1, ptr %t
  br i1 %b, label %loop, label %exit
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @each(i1 %b, i64 %n) {
; CHECK-LABEL: define void @each(
; CHECK:       loop:
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @__deferc_newbox(ptr {{.*}}, i64 %n, i64 16, ptr null, i32 1)
; CHECK-NEXT:    store i32 7, ptr [[BOX]]
entry:
  %f = call ptr @__deferc_mark_frame(i32 0)
  br label %loop
loop:
  %box = call ptr @__deferc_mark_box(ptr %f, i64 %n, i64 16, ptr null)
  store i32 7, ptr %box
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 1)
  store ptr %box, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  br i1 %b, label %loop, label %exit
exit:
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @nobody(ptr %t) {
; CHECK-LABEL: define void @nobody(
; CHECK-NEXT:    [[BOX:%.*]] = alloca [4 x i8], align 4
; CHECK-NEXT:    store i32 7, ptr [[BOX]]
; CHECK-NEXT:    ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %box = call ptr @__deferc_mark_box(ptr %f, i64 4, i64 4, ptr %t)
  store i32 7, ptr %box
  ret void
}

define void @nobodyEach(i64 %n) {
; CHECK-LABEL: define void @nobodyEach(
; CHECK-NEXT:    [[BOX:%.*]] = alloca i8, i64 %n, align 16
; CHECK-NEXT:    store i32 7, ptr [[BOX]]
; CHECK-NEXT:    ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %box = call ptr @__deferc_mark_box(ptr %f, i64 %n, i64 16, ptr null)
  store i32 7, ptr %box
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare i1 @__deferc_mark_caught(ptr)
declare ptr @__deferc_mark_box(ptr, i64, i64, ptr)
