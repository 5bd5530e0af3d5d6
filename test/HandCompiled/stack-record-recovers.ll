; RUN: %clang -O0 -Wno-override-module %s %runtime_flags -o %t && %t | FileCheck %s
; RUN: %clang -O2 -Wno-override-module %s %runtime_flags -o %t && %t | FileCheck %s
;
; Intent: code that uses the runtime as RuntimeABI.md says, with no compiler of ours,
; registers a stack record, panics, recovers and returns its result.

; CHECK:      normal
; CHECK-NEXT: result 7
; CHECK-NEXT: panicking
; CHECK-NEXT: result 7

%frame = type { i64, ptr, ptr, ptr }
%record = type { [48 x i8], i32 }

@normal = private constant [7 x i8] c"normal\00"
@panicking = private constant [10 x i8] c"panicking\00"
@result = private constant [11 x i8] c"result %d\0A\00"

; A run half: makes the deferred call. Panicking, it uses the deferred entry point.
define internal void @run(ptr %env, i1 zeroext %panicking) {
entry:
  br i1 %panicking, label %recovers, label %plain

plain:
  %p = call i32 @puts(ptr @normal)
  ret void

recovers:
  %token = call ptr @__deferc_currentpanic()
  %q = call i32 @puts(ptr @panicking)
  %value = call ptr @__deferc_gorecover(ptr %token)
  ret void
}

define internal i32 @deferring(i1 %panics) noinline uwtable personality ptr @__gcc_personality_v0 {
entry:
  %frame = alloca %frame, align 8
  %record = alloca %record, align 16
  ; Every activation says where its return address is, and starts without a cookie.
  store i64 0, ptr %frame
  %slot = call ptr @llvm.addressofreturnaddress.p0()
  %at = getelementptr %frame, ptr %frame, i32 0, i32 1
  store ptr %slot, ptr %at
  %env = getelementptr %record, ptr %record, i32 0, i32 1
  store i32 1, ptr %env
  call void @__deferc_deferprocStack(ptr %frame, ptr %env, ptr @run, i32 0)
  br i1 %panics, label %panic, label %exit

panic:
  invoke void @__deferc_panic_i(i32 42)
          to label %never unwind label %pad

exit:
  invoke void @__deferc_deferreturn(ptr %frame, i32 0)
          to label %return unwind label %pad

return:
  ret i32 7

pad:
  %lp = landingpad { ptr, i32 }
          cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %mine = call i1 @__deferc_recovered(ptr %frame, ptr %exn)
  br i1 %mine, label %exit, label %pass

pass:
  call void @__deferc_deferreturn(ptr %frame, i32 0)
  resume { ptr, i32 } %lp

never:
  unreachable
}

define i32 @main() {
  %a = call i32 @deferring(i1 false)
  %b = call i32 (ptr, ...) @printf(ptr @result, i32 %a)
  %c = call i32 @deferring(i1 true)
  %d = call i32 (ptr, ...) @printf(ptr @result, i32 %c)
  ret i32 0
}

declare ptr @llvm.addressofreturnaddress.p0()
declare i32 @puts(ptr)
declare i32 @printf(ptr, ...)
declare i32 @__gcc_personality_v0(...)
declare void @__deferc_deferprocStack(ptr, ptr, ptr, i32) nounwind
declare void @__deferc_deferreturn(ptr, i32)
declare zeroext i1 @__deferc_recovered(ptr, ptr) nounwind
declare ptr @__deferc_currentpanic() nounwind
declare ptr @__deferc_gorecover(ptr) nounwind
declare void @__deferc_panic_i(i32) noreturn
