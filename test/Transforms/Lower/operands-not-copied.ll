; RUN: %deferc_passes=deferc-lower %s | FileCheck %s
;
; Intent: an environment whose address is stored, in itself or elsewhere, is not copied
; for the normal path, nor is one that is stored to by a volatile or an atomic store.

target triple = "x86_64-pc-linux-gnu"

define void @own_address() {
; CHECK-LABEL: define void @own_address(
; CHECK-NOT:     llvm.memcpy
; CHECK:         ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 16, i64 8, i32 0)
  %second = getelementptr i8, ptr %e, i64 8
  store ptr %second, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @stored_elsewhere(ptr %to) {
; CHECK-LABEL: define void @stored_elsewhere(
; CHECK-NOT:     llvm.memcpy
; CHECK:         ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store ptr %e, ptr %to
  store ptr null, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @volatile() {
; CHECK-LABEL: define void @volatile(
; CHECK-NOT:     llvm.memcpy
; CHECK:         ret void
  %f = call ptr @__deferc_mark_frame(i32 0)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  store volatile i64 1, ptr %e
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare ptr @__deferc_mark_frame(i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
