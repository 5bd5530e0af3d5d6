; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the panic of a null function pointer passes the pad that the call has.

; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK:         invoke void @__deferc_panicmem()
; CHECK-NEXT:      to label %[[NEVER:.*]] unwind label %pad
; CHECK:       [[NEVER]]:
; CHECK-NEXT:    unreachable
; CHECK:         invoke void %{{.*}}(ptr %0)
; CHECK-NEXT:      to label %next unwind label %pad
; CHECK:       pad:
; CHECK:         call void @use(ptr %0)

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

define internal void @closure(ptr %this) personality ptr @__gxx_personality_v0 {
entry:
  %t = alloca ptr
  call void @__deferc_clang_begin(i32 0, i32 16, i64 8)
  %callee = load ptr, ptr %this
  invoke void %callee(ptr %t) to label %next unwind label %pad
next:
  call void @__deferc_clang_end()
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @use(ptr %t)
  resume { ptr, i32 } %e
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @use(ptr)
declare i32 @__gxx_personality_v0(...)
declare void @__deferc_panicmem() noreturn
