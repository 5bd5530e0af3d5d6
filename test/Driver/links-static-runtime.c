// RUN: %deferc -### -static-deferrt %s 2>&1 | FileCheck %s
// RUN: %deferc -### -static %s 2>&1 | FileCheck %s
// RUN: %deferc -### -static-pie %s 2>&1 | FileCheck %s
//
// Intent: -static-deferrt, and a link without a dynamic loader, take the archive.
//
// CHECK: "-l:libdeferrt.a"
// CHECK-NOT: "-ldeferrt"
// CHECK-NOT: "-rpath"
