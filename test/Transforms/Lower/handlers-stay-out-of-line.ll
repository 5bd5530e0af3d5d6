; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: in a module that defers, functions with handlers are not inlined: what a deferred
; call throws while a panic runs it must not meet the handlers of functions further in.
; Cleanups do not matter, nor does a function that the source wants inlined.

target triple = "x86_64-pc-linux-gnu"

; CHECK: define void @handler() [[OUT:#[0-9]+]] personality
define void @handler() personality ptr @__gxx_personality_v0 {
  invoke void @may_throw() to label %done unwind label %pad
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  br label %done
done:
  ret void
}

; CHECK: define void @cleanup() personality
define void @cleanup() personality ptr @__gxx_personality_v0 {
  invoke void @may_throw() to label %done unwind label %pad
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
done:
  ret void
}

; CHECK: define void @wanted() [[ALWAYS:#[0-9]+]] personality
define void @wanted() alwaysinline personality ptr @__gxx_personality_v0 {
  invoke void @may_throw() to label %done unwind label %pad
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  br label %done
done:
  ret void
}

define void @defers() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_exit(ptr, i32)
declare void @may_throw()
declare i32 @__gxx_personality_v0(...)

; CHECK: attributes [[OUT]] = { noinline }
; CHECK: attributes [[ALWAYS]] = { alwaysinline }
