; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: thunks and lambda invokers of a function that recovers get a second entry
; that calls its second entry; other callers do not.

define internal void @_ZN1A1fEv(ptr %this) {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

; CHECK-LABEL: define void @_ZThn8_N1A1fEv(
; CHECK:         call void @_ZN1A1fEv(
define void @_ZThn8_N1A1fEv(ptr %this) {
  %p = getelementptr i8, ptr %this, i64 -8
  tail call void @_ZN1A1fEv(ptr %p)
  ret void
}

; CHECK-LABEL: define internal void @"_ZZ4mainEN3$_08__invokeEv"(
; CHECK:         call void @_ZThn8_N1A1fEv(
define internal void @"_ZZ4mainEN3$_08__invokeEv"() {
  call void @_ZThn8_N1A1fEv(ptr null)
  ret void
}

define void @caller() {
  call void @_ZN1A1fEv(ptr null)
  ret void
}

; CHECK-LABEL: define internal void @_ZN1A1fEv.deferred(
; CHECK-LABEL: define internal void @_ZThn8_N1A1fEv.deferred(
; CHECK:         tail call void @_ZN1A1fEv.deferred(
; CHECK-LABEL: define internal void @"_ZZ4mainEN3$_08__invokeEv.deferred"(
; CHECK:         call void @_ZThn8_N1A1fEv.deferred(
; CHECK-NOT:   define {{.*}}caller.deferred

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
