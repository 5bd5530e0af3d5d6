// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: what the pending calls of a loop hold lives until the function
// returns, and a helper of its own frees it in each iteration.

#include <cstdio>
#include <defer.h>
#include <memory>

static int Live;

struct Big {
  Big() { ++Live; }
  ~Big() { --Live; }
};

static void process(std::shared_ptr<Big>) {}

static void leak(int N) {
  for (int I = 0; I < N; ++I) {
    auto X = std::make_shared<Big>();
    defer process(X);
  }
  std::printf("live %d\n", Live);
}

static void once() {
  auto X = std::make_shared<Big>();
  defer process(X);
}

int main() {
  leak(100);
  std::printf("after leak %d\n", Live);
  for (int I = 0; I < 100; ++I)
    once();
  std::printf("after helper %d\n", Live);
}

// CHECK:      live 100
// CHECK-NEXT: after leak 0
// CHECK-NEXT: after helper 0
