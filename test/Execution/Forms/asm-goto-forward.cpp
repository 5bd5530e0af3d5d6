// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O1 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O3 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -Os %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a defer statement behind a return, a throw or a panic that only an `asm goto`
// leads to is registered, and its call is made however the function ends, with the
// destructors in order.

#include <defer.h>
#include <cstdio>
#include <string>

namespace {

struct Object {
  const char *Name;
  ~Object() { std::printf("~%s\n", Name); }
};

void say(const char *Text) { std::puts(Text); }

int overReturn(int K) {
  Object Outer{"outer"};
  __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(K) : "cc" : zero);
  return 1;
zero:
  defer say("zero");
  Object Inner{"inner"};
  return 2;
}

void overThrow(int K) {
  __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(K) : "cc" : zero);
  throw "not zero";
zero:
  Object Outer{"outer"};
  defer say("zero");
  throw "zero";
}

void overPanic(int K) {
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(K) : "cc" : zero);
  panic("not zero");
zero:
  defer say("zero");
  panic("zero");
}

template <typename T> T inTemplate(T K) {
  __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(K) : "cc" : zero);
  return 1;
zero:
  defer say("template");
  return 2;
}

} // namespace

int main() {
  for (int K = 0; K < 2; ++K) {
    std::printf("= %d\n", overReturn(K));
    try {
      overThrow(K);
    } catch (const char *Text) {
      std::printf("caught %s\n", Text);
    }
    overPanic(K);
    std::printf("= %d\n", inTemplate(K));
  }
}

// CHECK:      ~inner
// CHECK-NEXT: zero
// CHECK-NEXT: ~outer
// CHECK-NEXT: = 2
// CHECK-NEXT: zero
// CHECK-NEXT: ~outer
// CHECK-NEXT: caught zero
// CHECK-NEXT: zero
// CHECK-NEXT: recovered zero
// CHECK-NEXT: template
// CHECK-NEXT: = 2
// CHECK-NEXT: ~outer
// CHECK-NEXT: = 1
// CHECK-NEXT: caught not zero
// CHECK-NEXT: recovered not zero
// CHECK-NEXT: = 1
// CHECK-NOT:  {{.}}
