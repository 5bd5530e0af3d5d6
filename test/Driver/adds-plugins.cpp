// RUN: %deferc++ -### -c %s 2>&1 | FileCheck %s
//
// Intent: a compile loads both plugins, runs the passes, sees defer.h before the
// system's headers and has the macro that defer.h asks for.
//
// CHECK: "-cc1"
// CHECK-SAME: "-isystem" "{{[^"]*}}/lib/deferc/include"
// CHECK-SAME: "-D" "__DEFERC__=1"
// CHECK-SAME: "-load" "{{[^"]*}}/lib/DefercPasses.so"
// CHECK-SAME: "-load" "{{[^"]*}}/lib/DefercClang.so"
// CHECK-SAME: "-fpass-plugin={{[^"]*}}/lib/DefercPasses.so"
// CHECK-SAME: "-x" "c++"
