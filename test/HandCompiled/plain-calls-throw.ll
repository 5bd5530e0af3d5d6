; RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
; RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
; RUN: %deferc++ -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
; RUN: %deferc++ -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
;
; Intent: a C++ exception that passes a function of plain calls runs what is pending
; there, newest first, also when a deferred call throws in turn, at an exit or while the
; first exception unwinds.

; CHECK:      deferred 2
; CHECK-NEXT: deferred 1
; CHECK-NEXT: caught 7
; CHECK-NEXT: deferred 2
; CHECK-NEXT: deferred 1
; CHECK-NEXT: caught 8
; CHECK-NEXT: deferred 2
; CHECK-NEXT: deferred 1
; CHECK-NEXT: caught 8
; CHECK-NOT:  {{.}}

target triple = "x86_64-pc-linux-gnu"

@line = private constant [13 x i8] c"deferred %d\0A\00"
@caught = private constant [11 x i8] c"caught %d\0A\00"
@_ZTIi = external constant ptr

define internal void @f(i32 %thrown, i32 %in_deferred) uwtable noinline {
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 4, i64 4, i32 0)
  store i32 1, ptr %e1
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @print, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 4, i64 4, i32 0)
  store i32 %in_deferred, ptr %e2
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @throws, i32 1)
  %e3 = call ptr @__deferc_mark_env(ptr %f, i64 4, i64 4, i32 0)
  store i32 2, ptr %e3
  call void @__deferc_mark_defer(ptr %f, ptr %e3, ptr @print, i32 1)
  call void @throw_unless_zero(i32 %thrown)
  call void @__deferc_mark_exit(ptr %f, i32 1)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @throw_unless_zero(i32 %n) uwtable noinline {
  %none = icmp eq i32 %n, 0
  br i1 %none, label %done, label %throw
throw:
  %exception = call ptr @__cxa_allocate_exception(i64 4)
  store i32 %n, ptr %exception
  call void @__cxa_throw(ptr %exception, ptr @_ZTIi, ptr null)
  unreachable
done:
  ret void
}

define internal void @print(ptr %env, i1 zeroext %panicking) uwtable {
  %n = load i32, ptr %env
  call i32 (ptr, ...) @printf(ptr @line, i32 %n)
  ret void
}

define internal void @throws(ptr %env, i1 zeroext %panicking) uwtable {
  %n = load i32, ptr %env
  call void @throw_unless_zero(i32 %n)
  ret void
}

define internal void @try(i32 %thrown, i32 %in_deferred) uwtable personality ptr @__gxx_personality_v0 {
  invoke void @f(i32 %thrown, i32 %in_deferred)
      to label %done unwind label %pad
pad:
  %lp = landingpad { ptr, i32 } catch ptr @_ZTIi
  %exception = extractvalue { ptr, i32 } %lp, 0
  %object = call ptr @__cxa_begin_catch(ptr %exception)
  %n = load i32, ptr %object
  call i32 (ptr, ...) @printf(ptr @caught, i32 %n)
  call void @__cxa_end_catch()
  br label %done
done:
  ret void
}

define i32 @main() uwtable {
  call void @try(i32 7, i32 0)
  call void @try(i32 0, i32 8)
  call void @try(i32 7, i32 8)
  ret i32 0
}

declare i32 @printf(ptr, ...)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_allocate_exception(i64)
declare void @__cxa_throw(ptr, ptr, ptr) noreturn
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
