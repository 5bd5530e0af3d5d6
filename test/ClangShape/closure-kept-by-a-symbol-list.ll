; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a closure in `llvm.used` is no closure whose address is taken: it only
; keeps its symbol.

; CHECK:       @llvm.used = appending global [1 x ptr] [ptr @f.func1], section "llvm.metadata"
; CHECK-LABEL: define void @f(
; CHECK:         call void @__deferc_mark_defer(ptr %{{.*}}, ptr %{{.*}}, ptr @f.func1.deferc.run, i32 0)

@llvm.used = appending global [1 x ptr] [ptr @closure], section "llvm.metadata"

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
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
