; RUN: split-file %s %t
; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %t/type.ll -o /dev/null 2>&1 \
; RUN:   | FileCheck %t/type.ll --implicit-check-not=error:
; RUN: not %clang -x ir -S -fpass-plugin=%passes_plugin %t/variable.ll -o /dev/null 2>&1 \
; RUN:   | FileCheck %t/variable.ll --implicit-check-not=error:
;
; Intent: what has a marker's name is a function of the marker's type.

;--- type.ll
; CHECK: error: {{.*}}rule 5: a marker is not declared with the type of the contract, in `__deferc_mark_exit`
declare ptr @__deferc_mark_frame(i32)
declare i32 @__deferc_mark_exit()
define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

;--- variable.ll
; CHECK: error: {{.*}}rule 5: a marker is not a function, in `__deferc_mark_exit`
declare ptr @__deferc_mark_frame(i32)
@__deferc_mark_exit = external global ptr
define void @f() {
  %f = call ptr @__deferc_mark_frame(i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}
