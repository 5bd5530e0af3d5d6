; RUN: %deferc_passes='deferc-verify,deferc-landing-pads' %s | FileCheck %s
;
; Intent: a call that may unwind while calls are pending becomes an invoke whose pad
; leads through the unwind marker to a normal return or to resume, and the exit marker
; gets the same pad; the function gets a personality and unwind tables.

target triple = "x86_64-pc-linux-gnu"

define void @f() {
; CHECK-LABEL: define void @f(
; CHECK-SAME:    [[ATTRS:#[0-9]+]] personality ptr @__gcc_personality_v0
; CHECK:         invoke void @work()
; CHECK-NEXT:      to label %{{.*}} unwind label %[[PAD:.*]]
; CHECK:         invoke void @__deferc_mark_exit(ptr %f, i32 0)
; CHECK-NEXT:      to label %{{.*}} unwind label %[[PAD]]
; CHECK:       [[PAD]]:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    [[EXN:%.*]] = extractvalue
; CHECK-NEXT:    br label %[[UNWIND:.*]]
; CHECK:       [[UNWIND]]:
; CHECK-NEXT:    [[IN_FLIGHT:%.*]] = phi ptr [ [[GOES_ON:%.*]], %[[AGAIN:.*]] ], [ [[EXN]], %[[PAD]] ]
; CHECK-NEXT:    [[RECOVERED:%.*]] = invoke i1 @__deferc_mark_unwind(ptr %f, i32 0, ptr [[IN_FLIGHT]])
; CHECK-NEXT:      to label %[[CHECK:.*]] unwind label %[[AGAIN]]
; CHECK:       [[CHECK]]:
; CHECK-NEXT:    br i1 [[RECOVERED]], label %[[EXIT:.*]], label %[[RESUME:.*]]
; CHECK:       [[AGAIN]]:
; CHECK:         [[NEW:%.*]] = extractvalue
; CHECK-NEXT:    [[GOES_ON]] = call ptr @__deferc_replaced(ptr %f, ptr [[IN_FLIGHT]], ptr [[NEW]])
; CHECK-NEXT:    br label %[[UNWIND]]
; CHECK:       [[RESUME]]:
; CHECK:         resume { ptr, i32 }
; CHECK:       [[EXIT]]:
; CHECK-NEXT:    invoke void @__deferc_mark_exit(ptr %f, i32 0)
; CHECK-NEXT:      to label %[[RETURN:.*]] unwind label %[[PAD]]
; CHECK:       [[RETURN]]:
; CHECK-NEXT:    ret void
; CHECK:       attributes [[ATTRS]] = { uwtable
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @work()
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
