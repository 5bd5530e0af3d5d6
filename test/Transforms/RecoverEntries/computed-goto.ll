; RUN: %deferc_passes='deferc-recover-entries,verify' %s | FileCheck %s
;
; Intent: the deferred entry point of a function with a table of labels jumps to
; labels of its own.

@table = internal constant [2 x ptr] [ptr blockaddress(@f, %a), ptr blockaddress(@f, %b)]

; CHECK-DAG: @table = internal constant [2 x ptr] [ptr blockaddress(@f, %a), ptr blockaddress(@f, %b)]
; CHECK-DAG: @table.deferred = internal constant [2 x ptr] [ptr blockaddress(@f.deferred, %a), ptr blockaddress(@f.deferred, %b)]

define void @f(i64 %i) {
; CHECK-LABEL: define void @f(
; CHECK:         getelementptr ptr, ptr @table,
; CHECK-LABEL: define internal void @f.deferred(
; CHECK:         getelementptr ptr, ptr @table.deferred,
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  %p = getelementptr ptr, ptr @table, i64 %i
  %to = load ptr, ptr %p
  indirectbr ptr %to, [label %a, label %b]
a:
  ret void
b:
  ret void
}

declare ptr @__deferc_mark_token()
declare i1 @__deferc_gorecover(ptr)
