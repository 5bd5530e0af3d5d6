; RUN: %deferc_passes=deferc-lower -pass-remarks=defer -pass-remarks-missed=defer \
; RUN:   -pass-remarks-analysis=defer %s -o /dev/null 2>&1 | FileCheck %s
;
; Intent: fifteen returns x defers are open-coded, sixteen are not, unless the policy
; goes past Go's.
; RUN: %deferc_passes=deferc-lower -pass-remarks=defer -defer-policy=extended %s \
; RUN:   -o /dev/null 2>&1 | FileCheck %s --check-prefix=EXTENDED

target triple = "x86_64-pc-linux-gnu"

; CHECK-COUNT-3: remark: {{.*}}: open-coded defer
; CHECK-NEXT:    3 defers, 5 returns
; CHECK-COUNT-4: remark: {{.*}}: stack-allocated defer: 4 returns x 4 defers, more than 15
; CHECK-NEXT:    4 defers, 4 returns
; EXTENDED-COUNT-7: remark: {{.*}}: open-coded defer

define void @three()  {
  %f = call ptr @__deferc_mark_frame(i32 5)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 0)
  %e3 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e3, ptr @run, i32 0)
  call void @__deferc_mark_exit(ptr %f, i32 0)
  ret void
}

define void @four()  {
  %f = call ptr @__deferc_mark_frame(i32 4)
  %e1 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e1, ptr @run, i32 0)
  %e2 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e2, ptr @run, i32 0)
  %e3 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e3, ptr @run, i32 0)
  %e4 = call ptr @__deferc_mark_env(ptr %f, i64 0, i64 1, i32 0)
  call void @__deferc_mark_defer(ptr %f, ptr %e4, ptr @run, i32 0)
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
