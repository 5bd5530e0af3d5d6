// RUN: %deferc -### -c %s 2>&1 | FileCheck %s
// RUN: %deferc -### -E %s 2>&1 | FileCheck %s
// RUN: %deferc -### -MM %s 2>&1 | FileCheck %s
// RUN: %deferc -### -fsyntax-only %s 2>&1 | FileCheck %s
// RUN: %deferc -### -r %s 2>&1 | FileCheck %s
// RUN: %deferc -### -nostdlib %s 2>&1 | FileCheck %s
// RUN: %deferc -### -nodefaultlibs %s 2>&1 | FileCheck %s
// RUN: %deferc -### -x c-header %s 2>&1 | FileCheck %s
//
// Intent: the runtime is an input of the last link only, and only where clang's
// own libraries are.
//
// CHECK-NOT: deferrt
