; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: thunks and the static invokers of lambdas are marked as forwarders, and
; functions of the program and the C++ library with names like theirs are not.

define void @recovers() {
  %t = call ptr @__deferc_mark_token()
  ret void
}

; CHECK: define void @_ZThn8_N1A1fEv(ptr %this) [[FORWARDS:#[0-9]+]]
define void @_ZThn8_N1A1fEv(ptr %this) {
  ret void
}
; CHECK: define void @_ZTv0_n24_N1A1fEv(ptr %this) [[FORWARDS]]
define void @_ZTv0_n24_N1A1fEv(ptr %this) {
  ret void
}
; CHECK: define void @_ZTch0_h16_N1A1fEv(ptr %this) [[FORWARDS]]
define void @_ZTch0_h16_N1A1fEv(ptr %this) {
  ret void
}
; CHECK: define internal void @"_ZZ4mainEN3$_08__invokeEv"() [[FORWARDS]]
define internal void @"_ZZ4mainEN3$_08__invokeEv"() {
  ret void
}
; The invoker of a generic lambda, in a class with linkage.
; CHECK: define linkonce_odr void @_ZZ1fvENUlT_E_8__invokeIiEEDaS_(i32 %v) [[FORWARDS]]
define linkonce_odr void @_ZZ1fvENUlT_E_8__invokeIiEEDaS_(i32 %v) {
  ret void
}

; std::__invoke of libstdc++ and of libc++.
; CHECK: define linkonce_odr void @_ZSt8__invokeIRFvvEJEEvv() {
define linkonce_odr void @_ZSt8__invokeIRFvvEJEEvv() {
  ret void
}
; CHECK: define linkonce_odr void @_ZNSt3__18__invokeIRFvvEJEEEvv() {
define linkonce_odr void @_ZNSt3__18__invokeIRFvvEJEEEvv() {
  ret void
}
; CHECK: define void @_ZN1A8__invokeEv() {
define void @_ZN1A8__invokeEv() {
  ret void
}

; CHECK: attributes [[FORWARDS]] = { "deferc-forwards" }

declare ptr @__deferc_mark_token()
