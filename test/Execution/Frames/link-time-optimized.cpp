// REQUIRES: lld
// RUN: split-file %s %t
// RUN: %deferc++ -O2 -flto -fuse-ld=lld %t/a.cpp %t/b.cpp -o %t/full && %t/full | FileCheck %s
// RUN: %deferc++ -O2 -flto=thin -fuse-ld=lld %t/a.cpp %t/b.cpp -o %t/thin && %t/thin | FileCheck %s
//
// Intent: frames survive the optimizer of the link step, which has none of deferc's
// passes, also where it would inline across files.

// CHECK: work
// CHECK-NEXT: unlock 1
// CHECK-NEXT: recovered boom
// CHECK-NEXT: result 0

//--- a.cpp
#include <defer.h>
#include <cstdio>
#include <string>
int locked(int n);
int main() {
  auto f = [] {
    defer { std::printf("recovered %s\n", recover().text().c_str()); }
    return locked(1);
  };
  std::printf("result %d\n", f());
}
//--- b.cpp
#include <defer.h>
#include <cstdio>
int work(int n) {
  std::puts("work");
  if (n)
    panic("boom");
  return n;
}
int locked(int n) {
  defer std::printf("unlock %d\n", n);
  return work(n);
}
