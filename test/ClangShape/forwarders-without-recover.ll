; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a module that does not say recover() keeps its thunks as they are.

; CHECK: define void @_ZThn8_N1A1fEv(ptr %this) {
define void @_ZThn8_N1A1fEv(ptr %this) {
  ret void
}
