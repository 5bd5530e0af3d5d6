; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a function that checks for null may meet it: its arguments are no
; longer `nonnull`, and null is an address like others.

; CHECK:     define i32 @f(ptr dereferenceable_or_null(4) %p) [[ATTRS:#[0-9]+]]
; CHECK:     define i32 @g(ptr nonnull dereferenceable(4) %p) {
; CHECK:     attributes [[ATTRS]] = { null_pointer_is_valid }

define i32 @f(ptr nonnull dereferenceable(4) %p) {
entry:
  %null = icmp eq ptr %p, null
  br i1 %null, label %panic, label %read
panic:
  call void @__deferc_panicmem()
  unreachable
read:
  %v = load i32, ptr %p
  ret i32 %v
}

define i32 @g(ptr nonnull dereferenceable(4) %p) {
  %v = load i32, ptr %p
  ret i32 %v
}

declare void @__deferc_panicmem() noreturn
