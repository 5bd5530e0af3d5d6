// RUN: %deferc++ -std=c++17 -Wno-gnu-statement-expression -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -Wno-gnu-statement-expression -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -Wno-gnu-statement-expression -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -Wno-gnu-statement-expression -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a defer statement in a statement expression of an operand belongs to that
// expression, in order with the destructors of its variables and temporaries.

#include <defer.h>

#include <cstdio>
#include <stdexcept>

namespace {

struct Object {
  int N;
  explicit Object(int N) : N(N) {}
  Object(const Object &O) : N(O.N + 100) {}
  ~Object() { std::printf("~%d\n", N); }
  void method(int K) { std::printf("method %d %d\n", N, K); }
};

void see(const Object &O) { std::printf("see %d\n", O.N); }
void num(int N) { std::printf("num %d\n", N); }

void destructors() {
  defer see(({
    Object First(1);
    defer see(First);
    Object Second(2);
    Second;
  }));
  std::puts("destructors");
}
void receiver() {
  Object O(3);
  Object *P = &O;
  defer ({ defer num(1); P; })->method(({ defer num(2); 4; }));
  std::puts("receiver");
}
void deletes() {
  auto *P = new Object(5);
  defer delete ({ defer num(3); P; });
  std::puts("deletes");
}
template <class T> void inTemplate(T N) {
  auto Lambda = [&] {
    defer num(({ defer num(N + 1); N; }));
    std::puts("template");
  };
  Lambda();
}
int throws() { throw std::runtime_error("thrown"); }
void exception() {
  try {
    defer num(({
      Object O(7);
      defer see(O);
      throws();
    }));
    std::puts("never");
  } catch (const std::exception &E) {
    std::printf("caught %s\n", E.what());
  }
}

} // namespace

int main() {
  destructors();
  receiver();
  deletes();
  inTemplate(6);
  exception();
}

// CHECK:      ~2
// CHECK-NEXT: see 1
// CHECK-NEXT: ~1
// CHECK-NEXT: destructors
// CHECK-NEXT: see 102
// CHECK-NEXT: ~102
// CHECK-NEXT: num 1
// CHECK-NEXT: num 2
// CHECK-NEXT: receiver
// CHECK-NEXT: method 3 4
// CHECK-NEXT: ~3
// CHECK-NEXT: num 3
// CHECK-NEXT: deletes
// CHECK-NEXT: ~5
// CHECK-NEXT: num 7
// CHECK-NEXT: template
// CHECK-NEXT: num 6
// CHECK-NEXT: see 7
// CHECK-NEXT: ~7
// CHECK-NEXT: caught thrown
// CHECK-NOT:  {{.}}
