; RUN: %deferc_passes='deferc-lower<O0>' %s | FileCheck %s
;
; Intent: a stack record is a slot of the frame with its environment at the
; header's end, whatever alignment that wants, and a function with records is not
; inlined.

target triple = "x86_64-pc-linux-gnu"

define void @f(i64 %x) {
; CHECK-LABEL: define void @f(
; CHECK-SAME:    [[ATTRS:#[0-9]+]]
; CHECK-DAG:     [[PLAIN:%.*]] = alloca [56 x i8], align 16
; CHECK-DAG:     [[ALIGNED:%.*]] = alloca [128 x i8], align 64
; CHECK-DAG:     [[FRAME:%.*]] = alloca [32 x i8], align 16
; CHECK-DAG:     [[ENV1:%.*]] = getelementptr inbounds i8, ptr [[PLAIN]], i64 48
; CHECK-DAG:     [[ENV2:%.*]] = getelementptr inbounds i8, ptr [[ALIGNED]], i64 64
; CHECK:         store i64 0, ptr
; CHECK:         [[SLOT:%.*]] = call ptr @llvm.addressofreturnaddress.p0()
; CHECK:         store ptr [[SLOT]], ptr
; CHECK:         store ptr null, ptr
; CHECK:         store i64 %x, ptr [[ENV1]]
; CHECK-NEXT:    call void @__deferc_deferprocStack(ptr [[FRAME]], ptr [[ENV1]], ptr @run, i32 0)
; CHECK-NEXT:    store i64 %x, ptr [[ENV2]]
; CHECK-NEXT:    call void @__deferc_deferprocStack(ptr [[FRAME]], ptr [[ENV2]], ptr @run, i32 1)
; CHECK-NEXT:    call void @__deferc_deferreturn(ptr [[FRAME]], i32 1)
; CHECK:         call void @__deferc_deferreturn(ptr [[FRAME]], i32 0)
; CHECK:       attributes [[ATTRS]] = { noinline uwtable(sync) }
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store i64 %x, ptr %e1
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 64, i64 64, i32 0)
  store i64 %x, ptr %e2
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 0)
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
