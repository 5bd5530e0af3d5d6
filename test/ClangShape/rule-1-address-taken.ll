; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: a closure whose address is taken by an instruction is reported:
; whoever calls the address would find no closure there.

; CHECK: closure rule 1: the closure's address is taken, in `closure`
define void @f() {
  call void @use(ptr @closure)
  ret void
}

define internal void @closure(ptr %this) {
  call void @__deferc_clang_begin(i32 0, i32 0, i64 1)
  ret void
}

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @use(ptr)
