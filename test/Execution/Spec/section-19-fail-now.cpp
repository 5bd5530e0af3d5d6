// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a test that stops through goexit runs its cleanups, recover sees
// nothing, and the ones after it run.

#include <cstdio>
#include <defer.h>
#include <thread>

struct T {
  bool Failed = false;
  void failNow() {
    Failed = true;
    goexit();
  }
};

template <typename Body> static void runTest(const char *Name, Body F) {
  T Test;
  std::thread([&] {
    defer { std::printf("%s: %s\n", Name, Test.Failed ? "failed" : "passed"); }
    defer { std::printf("recovered: %d\n", bool(recover())); }
    F(Test);
  }).join();
}

int main() {
  runTest("stops", [](T &Test) {
    defer std::puts("cleanup of stops");
    Test.failNow();
    std::puts("not reached");
  });
  runTest("goes on", [](T &) { defer std::puts("cleanup of goes on"); });
}

// CHECK:      cleanup of stops
// CHECK-NEXT: recovered: 0
// CHECK-NEXT: stops: failed
// CHECK-NEXT: cleanup of goes on
// CHECK-NEXT: recovered: 0
// CHECK-NEXT: goes on: passed
