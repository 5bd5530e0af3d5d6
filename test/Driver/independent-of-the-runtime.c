// RUN: %deferc %s -o %t
// RUN: llvm-readelf -d %t | FileCheck %s
//
// Intent: a program that does not defer does not need the runtime to run.
//
// CHECK-NOT: libdeferrt
int main(void) { return 0; }
