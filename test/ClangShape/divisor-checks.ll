; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: a function that checks divisors divides as Go does: the most negative
; number divided by -1 is itself, and its remainder is 0.

; CHECK-LABEL: define i32 @f(
; CHECK:         [[NEGATES:%.*]] = icmp eq i32 %b, -1
; CHECK-NEXT:    [[SAFE:%.*]] = select i1 [[NEGATES]], i32 1, i32 %b
; CHECK-NEXT:    [[Q:%.*]] = sdiv i32 %a, [[SAFE]]
; CHECK-NEXT:    [[NEGATED:%.*]] = sub i32 0, %a
; CHECK-NEXT:    [[WRAPPED:%.*]] = select i1 [[NEGATES]], i32 [[NEGATED]], i32 [[Q]]
; CHECK-NEXT:    [[NEGATES:%.*]] = icmp eq i32 %b, -1
; CHECK-NEXT:    [[SAFE:%.*]] = select i1 [[NEGATES]], i32 1, i32 %b
; CHECK-NEXT:    [[R:%.*]] = srem i32 [[WRAPPED]], [[SAFE]]
; CHECK-NEXT:    sdiv i32 [[R]], 2

define i32 @f(i32 %a, i32 %b) {
entry:
  %zero = icmp eq i32 %b, 0
  br i1 %zero, label %panic, label %divide
panic:
  call void @__deferc_panicdivide()
  unreachable
divide:
  %q = sdiv i32 %a, %b
  %r = srem i32 %q, %b
  %by.two = sdiv i32 %r, 2
  ret i32 %by.two
}

declare void @__deferc_panicdivide() noreturn
