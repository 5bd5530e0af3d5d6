; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: nobody defines a marker.

define ptr @__deferc_mark_entry(ptr %callee, i1 %panicking) {
; CHECK: rule 9: a marker is defined, in `__deferc_mark_entry`
  ret ptr %callee
}
