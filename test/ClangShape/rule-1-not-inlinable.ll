; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure with another personality than its function cannot be inlined
; there, which is reported.

; CHECK: closure rule 1: the closure cannot be inlined: incompatible personality, in `f`
define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %object = alloca ptr
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %exit, label %body
exit:
  ret void
body:
  call void @closure(ptr %object)
  call void @__deferc_clang_run(ptr %segment)
  ret void
}

define internal void @closure(ptr %this) personality ptr @__gcc_personality_v0 {
entry:
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  invoke void @work() to label %next unwind label %pad
next:
  call void @unlock(ptr null)
  call void @__deferc_clang_end()
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare void @unlock(ptr)
declare i32 @__gxx_personality_v0(...)
declare i32 @__gcc_personality_v0(...)
