; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: a naked function has no frame, and no other marker.

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_token()

define void @frame() naked {
; CHECK: error: {{.*}}rule 1: the function is naked; all of its code is its own, in `frame`
  %f = call ptr @__deferc_mark_frame(i32 0)
  unreachable
}

define void @token() naked {
; CHECK: error: {{.*}}rule 8: the function is naked; all of its code is its own, in `token`
  %t = call ptr @__deferc_mark_token()
  unreachable
}
