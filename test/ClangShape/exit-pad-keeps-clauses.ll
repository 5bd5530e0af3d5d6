; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: the pad of an exit catches what the pad of the run marker caught: a
; handler around the scope sees what a deferred call throws.

; CHECK-LABEL: define void @f(
; CHECK:         invoke void @__deferc_mark_exit(ptr %frame, i32 0)
; CHECK-NEXT:      to label %done unwind label %[[PAD:.*]]
; CHECK:       [[OUTER:deferc.outer.*]]:
; CHECK-NEXT:    br label %handler
; CHECK:         invoke i1 @__deferc_mark_unwind(
; CHECK-NEXT:      to label %[[CHECK:.*]] unwind label %[[AGAIN:.*]]
; CHECK:       [[CHECK]]:
; CHECK-NEXT:    br i1 %{{.*}}, label %left, label %[[OUTER]]
; CHECK:       [[AGAIN]]:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:      catch ptr @type
; CHECK:       [[PAD]]:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:      catch ptr @type

@type = external constant ptr

define void @f(ptr %m) personality ptr @__gxx_personality_v0 {
entry:
  %exn.slot = alloca ptr
  %ehselector.slot = alloca i32
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0)
  br i1 %recovered, label %left, label %body
body:
  br label %left
left:
  invoke void @__deferc_clang_run(ptr %segment) to label %done unwind label %pad
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr @type
  %exn = extractvalue { ptr, i32 } %e, 0
  store ptr %exn, ptr %exn.slot
  %sel = extractvalue { ptr, i32 } %e, 1
  store i32 %sel, ptr %ehselector.slot
  br label %handler
handler:
  %h = load ptr, ptr %exn.slot
  %caught = call ptr @__cxa_begin_catch(ptr %h)
  call void @__cxa_end_catch()
  ret void
}

declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
