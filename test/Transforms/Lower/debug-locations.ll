; RUN: %deferc_passes='deferc-lower,verify' %s | FileCheck %s
; RUN: %deferc_passes='deferc-lower<O0>,verify' %s | FileCheck %s
;
; Intent: in a function with debug info every call that the lowering emits has a
; location, also where the marker had none; the inliner needs one.

target triple = "x86_64-pc-linux-gnu"

define void @f() personality ptr @__gxx_personality_v0 !dbg !4 {
; CHECK-LABEL: define void @f(
; CHECK-NOT:     {{(call|invoke) [a-z0-9 ]+ @__deferc[^!]*$}}
; CHECK:         ret void
  %f = call ptr @__deferc_mark_frame(i32 1)
  %e = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e, ptr @run, i32 0), !dbg !5
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define internal void @run(ptr %env, i1 zeroext %panicking) {
  ret void
}

declare void @work()
declare i32 @__gxx_personality_v0(...)
declare ptr @__deferc_mark_frame(i32)
declare void @__deferc_mark_result(ptr, ptr, i64, i32)
declare ptr @__deferc_mark_env(ptr, i64, i64, i32)
declare void @__deferc_mark_defer(ptr, ptr, ptr, i32)
declare void @__deferc_mark_exit(ptr, i32)
declare i1 @__deferc_mark_unwind(ptr, i32, ptr)
declare i1 @__deferc_mark_caught(ptr)
declare ptr @__deferc_mark_box(ptr, i64, i64, ptr)

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "a.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "f", file: !1, line: 1, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!5 = !DILocation(line: 2, column: 3, scope: !4)
