; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: a run half names the deferred entry point of a callee that it knows, calls
; a callee without one as it is, and asks the runtime about every other.

define internal void @recovers() {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

define void @plain() {
  ret void
}

define weak void @weak() {
  ret void
}

@alias = internal alias void (), ptr @recovers
@weak_alias = weak alias void (), ptr @recovers

define internal void @known(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @known(
; CHECK-NEXT:    [[C:%.*]] = select i1 %panicking, ptr @recovers.deferred, ptr @recovers
; CHECK-NEXT:    call void [[C]]()
  %c = call ptr @__deferc_mark_entry(ptr @recovers, i1 %panicking)
  call void %c()
  ret void
}

define internal void @aliased(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @aliased(
; CHECK-NEXT:    select i1 %panicking, ptr @recovers.deferred, ptr @alias
  %c = call ptr @__deferc_mark_entry(ptr @alias, i1 %panicking)
  call void %c()
  ret void
}

define internal void @without(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @without(
; CHECK-NEXT:    call void @plain()
  %c = call ptr @__deferc_mark_entry(ptr @plain, i1 %panicking)
  call void %c()
  ret void
}

define internal void @unknown(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @unknown(
; CHECK-NEXT:    [[CALLEE:%.*]] = load ptr, ptr %env
; CHECK-NEXT:    br i1 %panicking, label %[[ASK:.*]], label %[[CHOSEN:.*]]
; CHECK:       [[ASK]]:
; CHECK-NEXT:    [[ENTRY:%.*]] = call ptr @__deferc_deferredentry(ptr [[CALLEE]])
; CHECK:       [[CHOSEN]]:
; CHECK-NEXT:    phi ptr [ [[CALLEE]], %{{.*}} ], [ [[ENTRY]], %[[ASK]] ]
  %f = load ptr, ptr %env
  %c = call ptr @__deferc_mark_entry(ptr %f, i1 %panicking)
  call void %c()
  ret void
}

define internal void @replaceable(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @replaceable(
; CHECK:         call ptr @__deferc_deferredentry(ptr @weak)
  %c = call ptr @__deferc_mark_entry(ptr @weak, i1 %panicking)
  call void %c()
  ret void
}

define internal void @replaceable_alias(ptr %env, i1 zeroext %panicking) {
; CHECK-LABEL: define internal void @replaceable_alias(
; CHECK:         call ptr @__deferc_deferredentry(ptr @weak_alias)
  %c = call ptr @__deferc_mark_entry(ptr @weak_alias, i1 %panicking)
  call void %c()
  ret void
}

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
