// REQUIRES: lld
// RUN: %deferc++ -O0 -ffunction-sections -fuse-ld=lld -Wl,--icf=all %s -o %t.0
// RUN: %t.0 | FileCheck %s
// RUN: %deferc++ -O2 -ffunction-sections -fuse-ld=lld -Wl,--icf=all %s -o %t.2
// RUN: %t.2 | FileCheck %s
//
// Intent: identical code folding does not take a function that recovers for one
// of the same code that does not, nor a frame that defers the one for a frame
// that defers the other.

// CHECK: f1 panics 1
// CHECK-NEXT: f2
// CHECK-NEXT: f3
// CHECK-NEXT: call 1
// CHECK-NEXT: call 2
// CHECK-NEXT: call 0 panics 1

#include <cstdio>
#include <defer.h>
__attribute__((noinline)) void nothing() { asm volatile("" ::: "memory"); }
__attribute__((noinline)) void recovers() {
  asm volatile("" ::: "memory");
  recover();
}
__attribute__((noinline)) void recovers2() {
  asm volatile("" ::: "memory");
  recover();
}
__attribute__((noinline)) void f1() {
  defer nothing();
  panic(1);
}
__attribute__((noinline)) void f2() {
  defer recovers();
  panic(1);
}
__attribute__((noinline)) void f3() {
  defer recovers2();
  panic(1);
}
void (*volatile table[])() = {nothing, recovers, recovers2};
__attribute__((noinline)) void call(int i) {
  defer table[i]();
  panic(2);
}
int main() {
  {
    [] {
      defer { std::printf("f1 panics %d\n", (bool)recover()); };
      f1();
    }();
  }
  f2();
  std::puts("f2");
  f3();
  std::puts("f3");
  call(1);
  std::puts("call 1");
  call(2);
  std::puts("call 2");
  [] {
    defer { std::printf("call 0 panics %d\n", (bool)recover()); };
    call(0);
  }();
}
