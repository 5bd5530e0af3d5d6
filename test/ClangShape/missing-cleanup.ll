; RUN: not %deferc_passes='deferc-clang-shape,deferc-verify' %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a segment variable without the cleanup, on a path that returns while
; its calls may be pending, is the contract's rule 5.

; CHECK: rule 5: block %left returns while segment 0 may have calls pending; every path to it passes the segment's exit marker, in `f`

define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  call void @closure(ptr %object)
  br label %left
left:
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
