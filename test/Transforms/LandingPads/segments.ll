; RUN: %deferc_passes='deferc-verify,deferc-landing-pads' %s | FileCheck %s
;
; Intent: a pad leads through the unwind markers of all segments that may have calls
; pending, highest first, and the recovery exit passes the exits of the same segments;
; calls with fewer segments pending share the rest of the way.

target triple = "x86_64-pc-linux-gnu"

define void @f(i1 %c) {
; CHECK-LABEL: define void @f(
; CHECK:         invoke void @one()
; CHECK-NEXT:      to label %{{.*}} unwind label %[[PAD0:.*]]
; CHECK:         invoke void @two()
; CHECK-NEXT:      to label %{{.*}} unwind label %[[PAD20:.*]]
; CHECK:       [[PAD0]]:
; CHECK:         br label %[[UNWIND0:.*]]
; CHECK:       [[UNWIND0]]:
; CHECK:         invoke i1 @__deferc_mark_unwind(ptr %f, i32 0,
; CHECK:         br i1 %{{.*}}, label %[[EXIT0:.*]], label
; CHECK:       [[EXIT0]]:
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr %f, i32 0)
; CHECK-NEXT:      to label %[[RETURN:.*]] unwind label %[[PAD0]]
; CHECK:       [[RETURN]]:
; CHECK-NEXT:    ret void
; CHECK:       [[PAD20]]:
; CHECK:         br label %[[UNWIND20:.*]]
; CHECK:       [[UNWIND20]]:
; CHECK:         [[RECOVERED:%.*]] = invoke i1 @__deferc_mark_unwind(ptr %f, i32 2,
; CHECK:         br i1 [[RECOVERED]], label %[[EXIT20:.*]], label %[[UNWIND0]]
; CHECK:       [[EXIT20]]:
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr %f, i32 2)
; CHECK-NEXT:      to label %[[EXIT0]] unwind label %[[PAD20]]
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  call void @one()
  br i1 %c, label %defers, label %joins
defers:
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 2)
  br label %joins
joins:
  call void @two()
  call void @__deferc_mark_exit(ptr %f, i32 2)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @one()
declare void @two()
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
