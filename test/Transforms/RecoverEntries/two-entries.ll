; RUN: %deferc_passes=deferc-recover-entries %s | FileCheck %s
;
; Intent: a function that calls recover has no token itself; its deferred entry point reads
; the newest panic first of all.

define void @f(i32 %x) {
; CHECK-LABEL: define void @f(i32 %x)
; CHECK-SAME:    [[F:#[0-9]+]]
; CHECK-SAME:    prefix {{.*}} ptrtoint (ptr @f.deferred to i64), i64 ptrtoint (ptr @f to i64)
; CHECK-NEXT:    call i1 @__deferc_gorecover(ptr null)
; CHECK-NEXT:    ret void
; CHECK-LABEL: define internal void @f.deferred(i32 %x)
; CHECK-NEXT:    [[PANIC:%.*]] = call ptr @__deferc_currentpanic()
; CHECK-NEXT:    call i1 @__deferc_gorecover(ptr [[PANIC]])
; CHECK-NEXT:    ret void
; CHECK:       attributes [[F]] = { "deferc-deferred-entry"="f.deferred" "deferc-recovers" }
  %t = call ptr @__deferc_mark_token()
  %r = call i1 @__deferc_gorecover(ptr %t)
  ret void
}

declare ptr @__deferc_mark_token()
declare ptr @__deferc_mark_entry(ptr, i1)
declare i1 @__deferc_gorecover(ptr)
