; RUN: not %deferc_passes=deferc-clang-shape %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: only a run marker may be an invoke: no other one unwinds, so none has
; a landing pad.

; CHECK: closure rule 7: only run markers unwind, in `f`
define void @f() personality ptr @__gxx_personality_v0 {
entry:
  %caught = invoke i1 @__deferc_clang_catching() to label %done unwind label %pad
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare i1 @__deferc_clang_catching()
declare i32 @__gxx_personality_v0(...)
