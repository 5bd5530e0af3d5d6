; RUN: %clang -O2 -Wno-override-module %s %runtime_flags -o %t && %t | FileCheck %s
;
; Intent: heap records are allocated before their operands are stored and linked after;
; a panic runs those that were linked, newest first, and not the one in the making.

; CHECK:      call 2
; CHECK-NEXT: call 1
; CHECK-NEXT: call 0
; CHECK-NEXT: recovered 3
; CHECK-NOT:  call

%frame = type { i64, ptr, ptr, ptr }

@call = private constant [9 x i8] c"call %d\0A\00"
@recovered = private constant [14 x i8] c"recovered %d\0A\00"

define internal void @run(ptr %env, i1 zeroext %panicking) {
  %n = load i32, ptr %env
  %p = call i32 (ptr, ...) @printf(ptr @call, i32 %n)
  ret void
}

define internal void @recovers(ptr %env, i1 zeroext %panicking) {
  %token = call ptr @__deferc_currentpanic()
  %value = call ptr @__deferc_gorecover(ptr %token)
  ret void
}

define internal i32 @argument(i32 %n) noinline {
  %last = icmp eq i32 %n, 3
  br i1 %last, label %panic, label %ok
panic:
  call void @__deferc_panic_i(i32 %n)
  unreachable
ok:
  ret i32 %n
}

define internal i32 @deferring() noinline uwtable personality ptr @__gcc_personality_v0 {
entry:
  %frame = alloca %frame, align 8
  store i64 0, ptr %frame
  %slot = call ptr @llvm.addressofreturnaddress.p0()
  %at = getelementptr %frame, ptr %frame, i32 0, i32 1
  store ptr %slot, ptr %at
  %first = call ptr @__deferc_newdefer(ptr %frame, i64 0, i64 1)
  call void @__deferc_deferproc(ptr %frame, ptr %first, ptr @recovers, i32 0)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %next, %linked ]
  %env = call ptr @__deferc_newdefer(ptr %frame, i64 4, i64 4)
  %n = invoke i32 @argument(i32 %i)
          to label %linked unwind label %pad

linked:
  store i32 %n, ptr %env
  call void @__deferc_deferproc(ptr %frame, ptr %env, ptr @run, i32 0)
  %next = add i32 %i, 1
  br label %loop

exit:
  invoke void @__deferc_deferreturn(ptr %frame, i32 0)
          to label %return unwind label %pad

return:
  ret i32 3

pad:
  %lp = landingpad { ptr, i32 }
          cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %mine = call i1 @__deferc_recovered(ptr %frame, ptr %exn)
  br i1 %mine, label %exit, label %pass

pass:
  call void @__deferc_deferreturn(ptr %frame, i32 0)
  resume { ptr, i32 } %lp
}

define i32 @main() {
  %a = call i32 @deferring()
  %b = call i32 (ptr, ...) @printf(ptr @recovered, i32 %a)
  ret i32 0
}

declare ptr @llvm.addressofreturnaddress.p0()
declare i32 @printf(ptr, ...)
declare i32 @__gcc_personality_v0(...)
declare ptr @__deferc_newdefer(ptr, i64, i64) nounwind
declare void @__deferc_deferproc(ptr, ptr, ptr, i32) nounwind
declare void @__deferc_deferreturn(ptr, i32)
declare zeroext i1 @__deferc_recovered(ptr, ptr) nounwind
declare ptr @__deferc_currentpanic() nounwind
declare ptr @__deferc_gorecover(ptr) nounwind
declare void @__deferc_panic_i(i32) noreturn
