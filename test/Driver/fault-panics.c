// RUN: %deferc -### -fdefer-fault-panics -c %s 2>&1 | FileCheck %s
// RUN: %deferc -### -c %s 2>&1 | FileCheck --check-prefix=NONE %s
// RUN: %deferc -### -fdefer-fault-panics -fno-defer-fault-panics -c %s 2>&1 | FileCheck --check-prefix=NONE %s
//
// Intent: -fdefer-fault-panics tells the plugin, and tells the optimizer that a pointer
// that was used may be null; without it neither is told, and the last option wins.

// CHECK:     "-fno-delete-null-pointer-checks"
// CHECK:     "-plugin-arg-deferc" "fault-panics"
// NONE-NOT:  "-fno-delete-null-pointer-checks"
// NONE-NOT:  "fault-panics"
