; RUN: not %clang -fpass-plugin=%passes_plugin -x ir %s -c -o /dev/null 2>&1 | FileCheck %s
;
; Intent: after a broken rule clang goes on to code generation, which reports
; none of the markers that are left.

; CHECK:     closure rule 2: an end marker stands in a closure of its form, in `f`
; CHECK-NOT: error:
; CHECK:     1 error generated.

define void @f() {
  call void @__deferc_clang_end()
  ret void
}

declare void @__deferc_clang_end() "dontcall-error"="left"
