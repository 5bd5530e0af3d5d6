; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s
;
; Intent: the token marker is only ever called: its address means nothing.

declare ptr @__deferc_mark_token()

define ptr @address() {
; CHECK: rule 8: a marker is used as a value
  ret ptr @__deferc_mark_token
}
