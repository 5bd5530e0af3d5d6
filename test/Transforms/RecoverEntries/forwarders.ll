; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: a function with the attribute deferc-forwards that calls a function that
; recovers gets a deferred entry point, which calls that function's deferred entry
; point; other callers do not.

define internal void @recovers(ptr %this) {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

; CHECK-LABEL: define void @thunk(
; CHECK:         call void @recovers(
define void @thunk(ptr %this) "deferc-forwards" {
  %p = getelementptr i8, ptr %this, i64 -8
  tail call void @recovers(ptr %p)
  ret void
}

; CHECK-LABEL: define internal void @forwards_to_a_forwarder(
; CHECK:         call void @thunk(
define internal void @forwards_to_a_forwarder() "deferc-forwards" {
  call void @thunk(ptr null)
  ret void
}

define linkonce_odr void @in_many_objects(i32 %v) "deferc-forwards" {
  call void @recovers(ptr null)
  ret void
}

; A name says nothing here.
define void @_ZThn8_N1A1fEv(ptr %this) {
  call void @recovers(ptr null)
  ret void
}

define void @caller() {
  call void @recovers(ptr null)
  ret void
}

; CHECK-LABEL: define internal void @recovers.deferred(
; CHECK-LABEL: define linkonce_odr hidden void @in_many_objects.deferred(
; CHECK:         call void @recovers.deferred(
; CHECK-LABEL: define internal void @thunk.deferred(
; CHECK:         tail call void @recovers.deferred(
; CHECK-LABEL: define internal void @forwards_to_a_forwarder.deferred(
; CHECK:         call void @thunk.deferred(
; CHECK-NOT:   define {{.*}}.deferred

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
