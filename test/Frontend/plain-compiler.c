// RUN: not %clang -I%root/runtime/include -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not gcc -I%root/runtime/include -c %s -o %t.o 2>&1 | FileCheck %s
//
// Intent: under a compiler without deferc the header says how to compile.

// CHECK: error: {{.*}}`deferc`
#include <defer.h>
