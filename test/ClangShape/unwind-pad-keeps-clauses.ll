; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the pad of an unwind marker has the clauses of the pad that leads
; there, of several the one with the fewest: what a handler inside of the
; segment catches is not caught for the segment's own calls.

; CHECK-LABEL: define void @f(
; CHECK:         invoke i1 @__deferc_mark_unwind(
; CHECK-NEXT:      to label %{{.*}} unwind label %[[AGAIN:.*]]
; CHECK:       [[AGAIN]]:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:      catch ptr @outer
; CHECK-NOT:       catch
; CHECK:         call ptr @__deferc_replaced(

@outer = external constant ptr
@inner = external constant ptr

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %exn.slot = alloca ptr
  %ehselector.slot = alloca i32
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  invoke void @work() to label %next unwind label %inner.pad
next:
  invoke void @work() to label %left unwind label %outer.pad
left:
  call void @__deferc_clang_run(ptr %segment)
  ret void
inner.pad:
  %i = landingpad { ptr, i32 } cleanup catch ptr @inner catch ptr @outer
  %i.exn = extractvalue { ptr, i32 } %i, 0
  store ptr %i.exn, ptr %exn.slot
  %i.sel = extractvalue { ptr, i32 } %i, 1
  store i32 %i.sel, ptr %ehselector.slot
  br label %cleanup
outer.pad:
  %o = landingpad { ptr, i32 } cleanup catch ptr @outer
  %o.exn = extractvalue { ptr, i32 } %o, 0
  store ptr %o.exn, ptr %exn.slot
  %o.sel = extractvalue { ptr, i32 } %o, 1
  store i32 %o.sel, ptr %ehselector.slot
  br label %cleanup
cleanup:
  call void @__deferc_clang_run(ptr %segment)
  %exn = load ptr, ptr %exn.slot
  %caught = call ptr @__cxa_begin_catch(ptr %exn)
  call void @__cxa_end_catch()
  ret void
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
