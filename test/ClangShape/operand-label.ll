; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the address of a label in an operand is that of the label where the
; operand was inlined.

; CHECK-LABEL: define void @f(
; CHECK:         select i1 %{{.*}}, ptr blockaddress(@f, %[[ONE:.*]]), ptr blockaddress(@f, %[[TWO:.*]])
; CHECK-NEXT:    indirectbr ptr %{{.*}}, [label %[[ONE]], label %[[TWO]]]
; CHECK:         phi i32 [ 1, %[[ONE]] ], [ 2, %[[TWO]] ]
; CHECK-NOT:   __deferc_clang_label

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
  %n = call i32 @get()
  %zero = icmp eq i32 %n, 0
  %to = select i1 %zero, ptr blockaddress(@closure, %one), ptr blockaddress(@closure, %two)
  indirectbr ptr %to, [label %one, label %two]
one:
  br label %call
two:
  br label %call
call:
  %x = phi i32 [ 1, %one ], [ 2, %two ]
  call void @num(i32 %x)
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @num(i32)
declare i32 @get()
declare i32 @__gxx_personality_v0(...)
