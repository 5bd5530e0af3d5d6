// RUN: %deferc++ -std=c++17 -Wno-gnu-label-as-value -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -Wno-gnu-label-as-value -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -Wno-gnu-label-as-value -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
//
// Intent: the address of a label in an operand is that of the function's label, in
// templates, methods and lambdas too.

#include <defer.h>
#include <cstdio>

static void *Seen;
static void see(void *Label) { std::puts(Label == Seen ? "same" : "another"); }

template <class T> static T inTemplate(T N) {
  Seen = &&end;
  defer see(&&end);
end:
  return N;
}
struct Class {
  int late(int N) { // Its body is read again behind the class.
    Seen = &&end;
    defer see((void *)&&end);
  end:
    return N;
  }
};

int main() {
  inTemplate(1);
  inTemplate(2L);
  Class().late(3);
  auto Lambda = [&](auto N) {
    Seen = &&end;
    defer see(&&end);
  end:
    return N;
  };
  Lambda(4);
  defer std::printf("%d\n", [](int &&A, auto &&B) { return (A) && B; }(1, 2));
}

// CHECK:      same
// CHECK-NEXT: same
// CHECK-NEXT: same
// CHECK-NEXT: same
// CHECK-NEXT: 1
// CHECK-NOT:  {{.}}
