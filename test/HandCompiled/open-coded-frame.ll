; RUN: %clang -O0 -Wno-override-module %s %runtime_flags -o %t && %t | FileCheck %s
; RUN: %clang -O2 -Wno-override-module %s %runtime_flags -o %t && %t | FileCheck %s
;
; Intent: a panic finds an open-coded frame by its funcdata, runs the calls whose bits
; are set, highest first, clears each bit before its call, and the pad that asks for
; the frame by the address of its bits returns normally.

; CHECK:      third 30
; CHECK-NEXT: first 10
; CHECK-NEXT: bits left 0
; CHECK-NEXT: result 5

%open = type { i8, [3 x i8], [3 x i32] }

@first = private constant [10 x i8] c"first %d\0A\00"
@third = private constant [10 x i8] c"third %d\0A\00"
@bits = private constant [14 x i8] c"bits left %d\0A\00"
@result = private constant [11 x i8] c"result %d\0A\00"
@__start_deferc_funcdata = external hidden global i8
@__stop_deferc_funcdata = external hidden global i8

define internal void @run1(ptr %env, i1 zeroext %panicking) {
  %n = load i32, ptr %env
  %p = call i32 (ptr, ...) @printf(ptr @first, i32 %n)
  %token = call ptr @__deferc_currentpanic()
  %value = call ptr @__deferc_gorecover(ptr %token)
  ret void
}

define internal void @run2(ptr %env, i1 zeroext %panicking) {
  call void @abort()
  unreachable
}

define internal void @run3(ptr %env, i1 zeroext %panicking) {
  %n = load i32, ptr %env
  %p = call i32 (ptr, ...) @printf(ptr @third, i32 %n)
  ret void
}

define internal i32 @deferring() noinline uwtable personality ptr @__gcc_personality_v0 {
entry:
  %open = alloca %open, align 16
  store volatile i8 0, ptr %open
  call void asm sideeffect ".Lopen${:uid}:\0A.pushsection deferc_funcdata,\22ao\22,@progbits,.Lopen${:uid}\0A.Lentry${:uid}:\0A.long 0x46504544\0A.byte 1, 3\0A.short .Lend${:uid}-.Lentry${:uid}\0A.long .Lopen${:uid}-.\0A.long ${1:c}-.\0A.long 4\0A.long ${2:c}-.\0A.long 8\0A.long ${3:c}-.\0A.long 12\0Aleaq $0, %rax\0A.p2align 2, 0x90\0A.Lend${:uid}:\0A.popsection", "=*m,i,i,i,~{rsp},~{memory}"(ptr elementtype(%open) %open, ptr @run1, ptr @run2, ptr @run3)
  %env1 = getelementptr %open, ptr %open, i32 0, i32 2, i32 0
  %env3 = getelementptr %open, ptr %open, i32 0, i32 2, i32 2
  store i32 10, ptr %env1
  store volatile i8 1, ptr %open
  store i32 30, ptr %env3
  store volatile i8 5, ptr %open
  invoke void @__deferc_panic_i(i32 42)
          to label %never unwind label %pad

pad:
  %lp = landingpad { ptr, i32 }
          cleanup
  %exn = extractvalue { ptr, i32 } %lp, 0
  %mine = call i1 @__deferc_recovered(ptr %open, ptr %exn)
  br i1 %mine, label %exit, label %pass

exit:
  %left = load volatile i8, ptr %open
  %n = zext i8 %left to i32
  %p = call i32 (ptr, ...) @printf(ptr @bits, i32 %n)
  ret i32 5

pass:
  resume { ptr, i32 } %lp

never:
  unreachable
}

define i32 @main() {
  call void @__deferc_registerfuncdata(ptr @__start_deferc_funcdata, ptr @__stop_deferc_funcdata)
  %a = call i32 @deferring()
  %b = call i32 (ptr, ...) @printf(ptr @result, i32 %a)
  ret i32 0
}

declare i32 @printf(ptr, ...)
declare void @abort() noreturn
declare i32 @__gcc_personality_v0(...)
declare zeroext i1 @__deferc_recovered(ptr, ptr) nounwind
declare ptr @__deferc_currentpanic() nounwind
declare ptr @__deferc_gorecover(ptr) nounwind
declare void @__deferc_panic_i(i32) noreturn
declare void @__deferc_registerfuncdata(ptr, ptr) nounwind
