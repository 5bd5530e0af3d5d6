// RUN: %clang -O1 %s %runtime_flags -o %t && llvm-readelf -d %t | FileCheck %s
// RUN: %clang -O1 %s -D__DEFERC__=1 -I%root/runtime/include %lib/libdeferrt.a -o %t.static
// RUN: llvm-readelf -d %t.static | FileCheck %s
//
// Intent: a C program links the runtime, static and shared, without libstdc++.

// CHECK:     Shared library: [libc.so.6]
// CHECK-NOT: Shared library: [libstdc++
// CHECK-NOT: Shared library: [libc++

#include <defer.h>

int main(int argc, char **argv) {
  (void)argv;
  if (argc > 1)
    deferc_panic("p");
  return 0;
}
