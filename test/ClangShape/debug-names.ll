; RUN: %deferc_passes=deferc-clang-shape %s | FileCheck %s
;
; Intent: debug information has the names that traces show: of a closure and its
; run half, after the function that wrote the statement.

; CHECK-LABEL: define internal void @f.deferwrap1.deferc.run(
; CHECK-SAME:    !dbg [[PLACE:![0-9]+]]
; CHECK:       [[PLACE]] = distinct !DISubprogram(name: "f.deferwrap1.deferc.run", linkageName: "f.deferwrap1.deferc.run", scope: [[FILE:![0-9]+]]

define void @f(ptr %m) personality ptr @__gxx_personality_v0 !dbg !4 {
entry:
  %object = alloca i8
  %segment = alloca i8
  %recovered = call i1 @__deferc_clang_recovered(ptr %segment, i32 0, i32 0, ptr null, i64 0, i32 0), !dbg !8
  br i1 %recovered, label %left, label %body
body:
  call void @closure(ptr %object), !dbg !8
  br label %left
left:
  call void @__deferc_clang_run(ptr %segment), !dbg !8
  ret void
}

define internal void @closure(ptr %this) !dbg !6 {
  call void @__deferc_clang_begin(i32 0, i32 16, i64 1), !dbg !9
  call void @work(), !dbg !9
  call void @__deferc_clang_end(), !dbg !9
  ret void, !dbg !9
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C_plus_plus_14, file: !1, isOptimized: false, emissionKind: FullDebug)
!1 = !DIFile(filename: "f.cpp", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{null})
!4 = distinct !DISubprogram(name: "f", linkageName: "f", scope: !1, file: !1, line: 1, type: !3, spFlags: DISPFlagDefinition, unit: !0)
!5 = !DICompositeType(tag: DW_TAG_class_type, scope: !4, file: !1, line: 2, size: 8)
!6 = distinct !DISubprogram(name: "operator()", linkageName: "closure", scope: !5, file: !1, line: 2, type: !3, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !0)
!8 = !DILocation(line: 2, scope: !4)
!9 = !DILocation(line: 2, scope: !6)

declare void @__deferc_clang_begin(i32, i32, i64)
declare void @__deferc_clang_end()
declare void @__deferc_clang_run(ptr)
declare i1 @__deferc_clang_recovered(ptr, i32, i32, ptr, i64, i32)
declare void @work()
declare i32 @__gxx_personality_v0(...)
