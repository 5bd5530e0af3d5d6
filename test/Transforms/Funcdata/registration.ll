; RUN: %deferc_passes=deferc-funcdata %s | FileCheck %s
;
; Intent: a module with funcdata registers the section of its shared object, early,
; once for all modules of it.

target triple = "x86_64-pc-linux-gnu"

; CHECK-DAG: $__deferc_registerdso = comdat any
; CHECK-DAG: @__start_deferc_funcdata = extern_weak hidden constant i8
; CHECK-DAG: @__stop_deferc_funcdata = extern_weak hidden constant i8
; CHECK-DAG: @llvm.global_ctors = appending global {{.*}} { i32 0, ptr @__deferc_registerdso, ptr @__deferc_registerdso }
; CHECK-DAG: @llvm.global_dtors = appending global {{.*}} { i32 0, ptr @__deferc_unregisterdso, ptr @__deferc_registerdso }
; CHECK-DAG: define linkonce_odr hidden void @__deferc_registerdso() {{.*}}comdat {
; CHECK-DAG: define linkonce_odr hidden void @__deferc_unregisterdso() {{.*}}comdat($__deferc_registerdso) {
; CHECK-DAG: call void @__deferc_registerfuncdata(ptr @__start_deferc_funcdata, ptr @__stop_deferc_funcdata)

define void @f() "deferc-deferred-entry"="f.deferred" {
  ret void
}

define internal void @f.deferred() {
  ret void
}
