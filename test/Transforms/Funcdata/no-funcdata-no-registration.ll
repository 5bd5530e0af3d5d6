; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s
;
; Intent: a module without funcdata is left as it is.

; CHECK-NOT: __deferc
define void @f() {
  ret void
}
