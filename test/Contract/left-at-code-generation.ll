; RUN: not llc %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=LLC
; RUN: not %deferc_passes=deferc-funcdata %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=LAST
;
; Intent: a marker does not get past code generation, nor past deferc's last pass,
; in silence.

; LLC: error: {{.*}}__deferc_mark_frame{{.*}}a marker is left at code generation
; LAST: error: {{.*}}`__deferc_mark_frame` is left after the lowering

target triple = "x86_64-pc-linux-gnu"

declare ptr @__deferc_mark_frame(i32) "dontcall-error"="deferc: a marker is left at code generation"

define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  ret void
}
