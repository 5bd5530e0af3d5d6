// RUN: %deferc -E %s -o %t.i
// RUN: not %deferc -fsyntax-only -fno-caret-diagnostics %t.i 2>&1 | FileCheck %s
// RUN: not %deferc -save-temps=obj -fno-caret-diagnostics -c %s -o %t.o 2>&1 | FileCheck %s
//
// Intent: in preprocessed text, too, a name `defer` is one error, in the line that the
// user wrote.

#include <defer.h>

// CHECK: preprocessed-word-as-name.c:[[@LINE+1]]:{{[0-9]+}}: error: `defer` begins a defer statement and cannot be a name
int defer(int x) { return x; }
// CHECK-NEXT: preprocessed-word-as-name.c:[[@LINE+1]]:{{[0-9]+}}: error: `panic` starts a panic and cannot be a name
void panic(int line);
// CHECK-NOT: {{error|note}}:
