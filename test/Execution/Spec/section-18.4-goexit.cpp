// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: goexit runs the thread's deferred calls and ends the thread, no
// other.

#include <cstdio>
#include <defer.h>
#include <thread>

static void failNow() {
  defer std::puts("failNow's");
  goexit();
}

int main() {
  std::thread Test([] {
    defer std::puts("cleanup");
    failNow();
    std::puts("not reached");
  });
  Test.join();
  std::puts("next test");
}

// CHECK:      failNow's
// CHECK-NEXT: cleanup
// CHECK-NEXT: next test
