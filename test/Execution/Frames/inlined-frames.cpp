// RUN: %deferc++ -std=c++20 -O0 %s -o %t.0 && %t.0 > %t.expected
// RUN: FileCheck %s < %t.expected
// RUN: %deferc++ -std=c++20 -O1 %s -o %t.1 && %t.1 | diff %t.expected -
// RUN: %deferc++ -std=c++20 -O2 %s -o %t.2 && %t.2 | diff %t.expected -
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=heap %s -o %t.3
// RUN: %t.3 | diff %t.expected -
// RUN: %deferc++ -std=c++20 -O0 -mllvm -defer-force=open %s -o %t.4
// RUN: %t.4 | diff %t.expected -
//
// Intent: frames that are inlined into one another, into loops, into realigned
// functions and into functions with a dynamic stack run their deferred calls in
// the order of the source, panicking and not, at every level and in every tier.

// CHECK: bad 2
// CHECK-NEXT:  maybe leaf 0
// CHECK-NEXT:  maybe leaf2 1
// CHECK-NEXT:  leaf2 0
// CHECK-NEXT:  leaf 0
// CHECK-NEXT:  middle 0
// CHECK-NEXT:  catching 0
// CHECK-NEXT:  recovered leaf2 in 0
// CHECK: bad 3
// CHECK: main recovered outer

#include <cstdio>
#include <cstring>
#include <defer.h>
#include <string>
#define INLINE __attribute__((always_inline)) static inline
#define NOINLINE __attribute__((noinline)) static

NOINLINE void maybe(const char *what, bool p) {
  std::printf("  maybe %s %d\n", what, p);
  if (p)
    panic(what);
}
NOINLINE void say(const char *what, int n) {
  std::printf("  %s %d\n", what, n);
}

INLINE int leaf(int n, int bad) {
  defer say("leaf", n);
  maybe("leaf", bad == 1);
  defer say("leaf2", n);
  maybe("leaf2", bad == 2);
  return n + 1;
}
INLINE int middle(int n, int bad) {
  int local = n * 10;
  defer { say("middle", local); };
  int a = leaf(n, bad);
  local += a;
  maybe("middle", bad == 3);
  int b = leaf(n + 1, bad - 10);
  local += b;
  return local;
}
INLINE int catching(int n, int bad) {
  defer {
    if (auto r = recover())
      std::printf("  recovered %s in %d\n", r.text().c_str(), n);
  };
  defer say("catching", n);
  return middle(n, bad);
}
NOINLINE int outer(int bad) {
  int sum = 0;
  defer { std::printf("  outer sum %d\n", sum); };
  for (int i = 0; i < 2; ++i)
    sum += catching(i, bad);
  sum += middle(7, 0);
  maybe("outer", bad == 99);
  return sum;
}
// Realigned frame, many stack arguments, dynamic stack.
struct alignas(64) Big {
  char c[64];
  int n;
};
NOINLINE void take(Big b, int a1, int a2, int a3, int a4, int a5, int a6,
                   int a7, int a8, Big c) {
  std::printf("  take %d %d %d %d\n", b.n, a1, a8, c.n);
  if (a8 == 1)
    panic("take");
}
NOINLINE int aligned(int n, int bad) {
  defer {
    if (recover())
      std::puts("  recovered aligned");
  };
  Big b{};
  b.n = n;
  char *dyn = (char *)__builtin_alloca(n * 100);
  std::memset(dyn, n, n * 100);
  Big c = b;
  c.n++;
  defer take(c, 1, 2, 3, 4, 5, 6, 7, 0, b);
  b.n = dyn[n * 100 - 1] + 100;
  take(b, 1, 2, 3, 4, 5, 6, 7, bad, c);
  return b.n;
}
NOINLINE int recursive(int n) {
  defer {
    if (n == 3)
      if (auto r = recover())
        std::printf("  recovered %s at 3\n", r.text().c_str());
  };
  defer say("recursive", n);
  if (n == 0)
    panic("bottom");
  return recursive(n - 1) + 1;
}
int main() {
  for (int bad : {0, 1, 2, 3, 11, 12}) {
    std::printf("bad %d\n", bad);
    int r = outer(bad);
    std::printf("-> %d\n", r);
  }
  std::printf("aligned %d\n", aligned(3, 0));
  std::printf("aligned %d\n", aligned(3, 1));
  std::printf("recursive %d\n", recursive(5));
  [] {
    defer { std::printf("main recovered %s\n", recover().text().c_str()); };
    outer(99);
  }();
}
