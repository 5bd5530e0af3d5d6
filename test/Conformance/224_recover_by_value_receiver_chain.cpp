// RUN: %conformance %s
//
// Intent: a chain of calls in the operand: only the last one is deferred and
// may recover.

#include "twin.h"

struct S {
  int N;
  S add(int K) const {
    println("add", K, "recover nil:", !recover());
    return S{N + K};
  }
  void catches() const { println("catch", N, recover()); }
};

static void f() {
  S X{1};
  defer X.add(1).add(2).catches();
  X.N = 100;
  panic("chain");
}

int main() { f(); }
