// RUN: %deferc -### -fno-defer %s 2>&1 | FileCheck %s
// RUN: %deferc -### -fdefer -fno-defer %s 2>&1 | FileCheck %s
// RUN: %deferc -### -fno-defer -fdefer -c %s 2>&1 | FileCheck --check-prefix=ON %s
//
// Intent: -fno-defer leaves plain clang; the last of -fdefer and -fno-defer wins.
//
// CHECK-NOT: {{[Dd]eferc}}Passes
// CHECK-NOT: __DEFERC__
// CHECK-NOT: deferrt
// ON: DefercPasses.so
