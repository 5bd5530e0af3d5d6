// REQUIRES: libunwind, libcxx
// RUN: %deferc++ -O1 -fsanitize=address -stdlib=libc++ -lc++abi %llvm_unwinder %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O1 -fsanitize=thread -stdlib=libc++ -lc++abi %llvm_unwinder %s -o %t && %t | FileCheck %s
//
// Intent: with LLVM's libunwind, goexit ends a thread also where a sanitizer has put its
// own functions in the place of the C library's.

#include <defer.h>

#include <cstdio>
#include <thread>

struct Noisy {
  ~Noisy() { std::puts("destroyed"); }
};

int main() {
  std::thread([] {
    Noisy N;
    defer std::puts("deferred");
    goexit();
  }).join();
  // CHECK: deferred
  // CHECK-NEXT: destroyed
  // CHECK-NEXT: joined
  std::puts("joined");
}
