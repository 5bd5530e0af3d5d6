// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a deferred unlock comes after the work and before the caller goes
// on.

#include <cstdio>
#include <defer.h>
#include <mutex>

static std::mutex Mu;

static void work() { std::printf("work, locked: %d\n", !Mu.try_lock()); }

static void f() {
  Mu.lock();
  defer Mu.unlock();
  work();
}

int main() {
  f();
  std::printf("after, locked: %d\n", !Mu.try_lock());
  Mu.unlock();
}

// CHECK:      work, locked: 1
// CHECK-NEXT: after, locked: 0
