; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=error:
;
; Intent: a marker is not a musttail call, since code comes in its place.

declare ptr @__deferc_mark_frame(i32)

define ptr @f(i32 %n) {
; CHECK: error: {{.*}}rule 1: a marker is not a musttail call, in `f`
  %f = musttail call ptr @__deferc_mark_frame(i32 0)
  ret ptr %f
}
