; RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
; RUN: %deferc -O1 %s -o %t && %t | FileCheck %s
; RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
; RUN: %deferc -O3 %s -o %t && %t | FileCheck %s
; RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
; RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
; RUN: %deferc -O0 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
;
; Intent: a frontend that writes calls and no invokes loses no deferred call and no
; recover, wherever the panic comes: in a call, with one or two segments pending, in a
; deferred call that an exit runs, between two exits. The function then returns the
; result that its slot holds.

; CHECK:      deferred 2
; CHECK-NEXT: deferred 0
; CHECK-NEXT: got 9
; CHECK-NEXT: deferred 0
; CHECK-NEXT: got 105
; CHECK-NEXT: deferred 2
; CHECK-NEXT: deferred 0
; CHECK-NEXT: got 105
; CHECK-NEXT: deferred 2
; CHECK-NEXT: deferred 0
; CHECK-NEXT: got 109
; CHECK-NEXT: deferred 2
; CHECK-NEXT: deferred 0
; CHECK-NEXT: got 109
; CHECK-NOT:  {{.}}

target triple = "x86_64-pc-linux-gnu"

@what = private constant [6 x i8] c"wrong\00"
@line = private constant [13 x i8] c"deferred %d\0A\00"
@got = private constant [9 x i8] c"got %ld\0A\00"

define internal i64 @f(i64 %n) uwtable noinline {
entry:
  %f = call ptr @__deferc_mark_frame(i32 1)
  %slot = alloca i64
  call void @__deferc_mark_result(ptr %f, ptr %slot, i64 8, i32 1)
  store i64 5, ptr %slot
  %e0 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store i64 0, ptr %e0
  call void @__deferc_mark_defer(ptr %f, ptr %e0, ptr @print, i32 0)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %slot, ptr %e1
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @recovers, i32 0)
  call void @may_panic(i64 %n, i64 1)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store i64 2, ptr %e2
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @print, i32 1)
  call void @may_panic(i64 %n, i64 2)
  %local = alloca i64
  store i64 %n, ptr %local
  %e3 = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %local, ptr %e3
  call void @__deferc_mark_defer(ptr %f, ptr %e3, ptr @panics_at_3, i32 1)
  store i64 9, ptr %slot
  call void @__deferc_mark_exit(ptr %f, i32 1)
  call void @may_panic(i64 %n, i64 4)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  %r = load i64, ptr %slot
  ret i64 %r
}

define internal void @may_panic(i64 %n, i64 %when) uwtable noinline {
  %now = icmp eq i64 %n, %when
  br i1 %now, label %panic, label %done
panic:
  call void (ptr, ...) @deferc_panicf(ptr @what)
  unreachable
done:
  ret void
}

define internal void @print(ptr %env, i1 zeroext %panicking) uwtable {
  %n = load i64, ptr %env
  call i32 (ptr, ...) @printf(ptr @line, i64 %n)
  ret void
}

define internal void @panics_at_3(ptr %env, i1 zeroext %panicking) uwtable {
  %local = load ptr, ptr %env
  %n = load i64, ptr %local
  call void @may_panic(i64 %n, i64 3)
  ret void
}

define internal void @recovers(ptr %env, i1 zeroext %panicking) uwtable {
  %token = call ptr @__deferc_mark_token()
  %value = call ptr @__deferc_gorecover(ptr %token)
  %none = icmp eq ptr %value, null
  br i1 %none, label %done, label %change
change:
  %slot = load ptr, ptr %env
  %old = load i64, ptr %slot
  %new = add i64 %old, 100
  store i64 %new, ptr %slot
  br label %done
done:
  ret void
}

define i32 @main() uwtable {
entry:
  br label %loop
loop:
  %n = phi i64 [ 0, %entry ], [ %next, %loop ]
  %r = call i64 @f(i64 %n)
  call i32 (ptr, ...) @printf(ptr @got, i64 %r)
  %next = add i64 %n, 1
  %more = icmp ult i64 %next, 5
  br i1 %more, label %loop, label %done
done:
  ret i32 0
}

declare i32 @printf(ptr, ...)
declare void @deferc_panicf(ptr, ...)
declare ptr @__deferc_gorecover(ptr)
declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare ptr @__deferc_mark_token()
