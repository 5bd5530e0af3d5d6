; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: each segment has its own exit and its own unwind marker; the inner one
; unwinds on into the outer one.

; CHECK-LABEL: define void @f(
; CHECK:       left.second:
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr %frame, i32 1)
; CHECK-NEXT:      to label %left.first unwind
; CHECK:       left.first:
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr %frame, i32 0)
; CHECK:         [[FIRST:%.*]] = invoke i1 @__deferc_mark_unwind(ptr %frame, i32 0,
; CHECK:         br i1 [[FIRST]], label %left.first, label %
; CHECK:         [[SECOND:%.*]] = invoke i1 @__deferc_mark_unwind(ptr %frame, i32 1,
; CHECK:         br i1 [[SECOND]], label %left.second, label %[[OUTER:.*]]

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %exn.slot = alloca ptr
  %ehselector.slot = alloca i32
  %first = alloca i8
  %second = alloca i8
  %one = call i1 @__deferc_clang_recovered(ptr %first, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %one, label %left.first, label %between
between:
  %two = call i1 @__deferc_clang_recovered(ptr %second, i32 1, i32 0, ptr null, i64 0, i32 0)
  br i1 %two, label %left.second, label %body
body:
  br label %left.second
left.second:
  invoke void @__deferc_clang_run(ptr %second) to label %left.first unwind label %pad
left.first:
  call void @__deferc_clang_run(ptr %first)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  %exn = extractvalue { ptr, i32 } %e, 0
  store ptr %exn, ptr %exn.slot
  %sel = extractvalue { ptr, i32 } %e, 1
  store i32 %sel, ptr %ehselector.slot
  call void @__deferc_clang_run(ptr %first)
  %r.exn = load ptr, ptr %exn.slot
  %r.sel = load i32, ptr %ehselector.slot
  %r.0 = insertvalue { ptr, i32 } poison, ptr %r.exn, 0
  %r.1 = insertvalue { ptr, i32 } %r.0, i32 %r.sel, 1
  resume { ptr, i32 } %r.1
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
