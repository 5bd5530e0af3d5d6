; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the true side of a recovered marker is only reached by a recovery: the
; test itself becomes false.

; CHECK-LABEL: define i32 @f(
; CHECK:       entry:
; CHECK:         br label %body
; CHECK:       recovery:
; CHECK-SAME:  preds = %[[CHECK:.*]]
; CHECK:       [[CHECK]]:
; CHECK-NEXT:    br i1 %{{.*}}, label %recovery, label %

define i32 @f() personality ptr @__gxx_personality_v0 {
entry:
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %recovery, label %body
recovery:
  br label %left
body:
  br label %left
left:
  %r = phi i32 [ 1, %recovery ], [ 2, %body ]
  call void @__deferc_clang_run(ptr %segment)
  ret i32 %r
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
