; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: the deferred entry point of a function in a COMDAT lives and dies with it; that of
; any other function is internal, also when somebody else may define the function;
; a definition that is only there to be inlined has none.

$inline = comdat any

; CHECK-DAG: define linkonce_odr void @inline() {{.*}}comdat
; CHECK-DAG: define linkonce_odr hidden void @inline.deferred() {{.*}}comdat($inline)
define linkonce_odr void @inline() comdat {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

; CHECK-DAG: define weak void @weak()
; CHECK-DAG: define internal void @weak.deferred()
define weak void @weak() {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

; CHECK-NOT: @elsewhere.deferred
define available_externally void @elsewhere() {
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
