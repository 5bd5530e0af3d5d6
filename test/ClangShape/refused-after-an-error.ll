; RUN: not %deferc_passes='deferc-clang-shape,deferc-verify' %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: after a broken rule the module is refused: nothing is lowered, and
; deferc-verify reports nothing about what is left.

; CHECK:     closure rule 2: an end marker stands in a closure of its form, in `f`
; CHECK-NOT: {{error|rule}}
define void @f() {
  %frame = call ptr @__deferc_mark_frame(i32 0)
  %second = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_clang_end()
  ret void
}

declare ptr @__deferc_mark_frame(i32)

declare void @__deferc_clang_end()
