// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a list that is passed by its address shows later writes, its length
// and the variadic arguments of a C function do not.

#include <cstdio>
#include <defer.h>

struct Span {
  int *First;
  int Size;
};

static void println(Span Xs) {
  std::printf("span");
  for (int I = 0; I < Xs.Size; ++I)
    std::printf(" %d", Xs.First[I]);
  std::puts("");
}

static void f() {
  int X = 7;
  int Array[2] = {X, 8};
  Span Args = {Array, 1};
  defer println(Args);
  defer std::printf("printf %d %d\n", Array[0], Args.Size);
  Array[0] = 999;
  Args.Size = 2;
}

int main() { f(); }

// CHECK:      printf 7 1
// CHECK-NEXT: span 999
