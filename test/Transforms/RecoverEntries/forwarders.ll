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

; A generic lambda's, here of a class with linkage.
define linkonce_odr void @_ZZ1fvENUlT_E_8__invokeIiEEDaS_(i32 %v) {
  call void @_ZN1A1fEv(ptr null)
  ret void
}

; libstdc++'s and libc++'s std::__invoke are functions like any other.
define linkonce_odr void @_ZSt8__invokeIRFvvEJEEvv() {
  call void @_ZN1A1fEv(ptr null)
  ret void
}
define linkonce_odr void @_ZNSt3__18__invokeIRFvvEJEEEvv() {
  call void @_ZN1A1fEv(ptr null)
  ret void
}

define void @caller() {
  call void @_ZN1A1fEv(ptr null)
  ret void
}

; CHECK-LABEL: define internal void @_ZN1A1fEv.deferred(
; CHECK-LABEL: define linkonce_odr hidden void @_ZZ1fvENUlT_E_8__invokeIiEEDaS_.deferred(
; CHECK:         call void @_ZN1A1fEv.deferred(
; CHECK-LABEL: define internal void @_ZThn8_N1A1fEv.deferred(
; CHECK:         tail call void @_ZN1A1fEv.deferred(
; CHECK-LABEL: define internal void @"_ZZ4mainEN3$_08__invokeEv.deferred"(
; CHECK:         call void @_ZThn8_N1A1fEv.deferred(
; CHECK-NOT:   define {{.*}}.deferred

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
