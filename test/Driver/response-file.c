// RUN: echo '-c "-DTEXT=\"a b\""' > %t.rsp
// RUN: %deferc -### @%t.rsp %s 2>&1 | FileCheck %s
// RUN: echo '-c -fdefer-policy=extended "-DTEXT=\"a b\""' > %t.own.rsp
// RUN: %deferc -### @%t.own.rsp %s 2>&1 | FileCheck %s --check-prefixes=CHECK,OWN
//
// Intent: a response file may hold clang's options and deferc's, quoted as usual.
//
// CHECK: "-D" "TEXT=\"a b\""
// OWN: "-mllvm" "-defer-policy=extended"
// OWN-NOT: fdefer-policy
