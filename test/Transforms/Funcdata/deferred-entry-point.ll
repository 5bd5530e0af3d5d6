; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s --check-prefixes=CHECK,LAST
; RUN: %deferc_passes='deferc-funcdata<lto>' %s | FileCheck %s --check-prefixes=CHECK,LTO
;
; Intent: a function that recovers describes its deferred entry point in its own
; entry block, and is not inlined by a linker that optimises again.

target triple = "x86_64-pc-linux-gnu"

define void @f() "deferc-deferred-entry"="f.deferred" {
; CHECK-LABEL: define void @f()
; CHECK-SAME:    [[ATTRS:#[0-9]+]] {
; CHECK-NEXT:    call void asm sideeffect {{.*}}.byte 2, 0\0A{{.*}}.long ${0:c}-.{{.*}}"i"(ptr @f.deferred)
; LAST:        attributes [[ATTRS]] = { uwtable(sync) }
; LTO:         attributes [[ATTRS]] = { noinline uwtable(sync) }
  ret void
}

define internal void @f.deferred() {
  ret void
}
