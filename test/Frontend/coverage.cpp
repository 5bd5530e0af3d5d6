// RUN: %deferc++ -fprofile-instr-generate -fcoverage-mapping %s -o %t
// RUN: env LLVM_PROFILE_FILE=%t.profraw %t | FileCheck %s
// RUN: llvm-profdata merge %t.profraw -o %t.profdata
// RUN: llvm-cov show %t -instr-profile=%t.profdata %s | FileCheck %s --check-prefix=COV
//
// Intent: coverage mapping, which needs the one token watcher of a preprocessor
// itself, works with defer, and counts the deferred block where it stands.

#include <defer.h>

#include <cstdio>

static void f(bool Fail) {
  // COV: 2|{{ +}}defer { std::puts("block"); };
  defer { std::puts("block"); };
  if (Fail)
    panic(1);
}
int main() {
  defer { recover(); };
  f(false);
  f(true);
}
// CHECK: block
// CHECK-NEXT: block
