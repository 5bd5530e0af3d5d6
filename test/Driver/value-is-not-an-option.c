// RUN: %deferc -### -c -o -fno-defer %s 2>&1 | FileCheck %s
//
// Intent: the value of an option is not read as an option of deferc's.
//
// CHECK: DefercPasses.so
// CHECK-SAME: "-o" "-fno-defer"
