// RUN: %deferc -### %s -lm 2>&1 | FileCheck %s
// RUN: %deferc -### -shared -fPIC %s -lm 2>&1 | FileCheck %s
//
// Intent: programs and shared objects link the shared runtime, behind all inputs
// of the user, and find it at run time.
//
// CHECK: "-L{{[^"]*}}/lib"
// CHECK-SAME: "-lm"
// CHECK-SAME: "--push-state" "--as-needed" "-ldeferrt" "--pop-state"
// CHECK-SAME: "-rpath" "{{[^"]*}}/lib"
// CHECK-SAME: "-lc"
