// RUN: %deferc -### -c %s 2>&1 | FileCheck %s
// RUN: %deferc -### -c -fno-exceptions %s 2>&1 | FileCheck --check-prefix=OFF %s
//
// Intent: C is compiled with -fexceptions, and the user can still turn it off.
//
// CHECK: "-fexceptions"
// OFF-NOT: "-fexceptions"
