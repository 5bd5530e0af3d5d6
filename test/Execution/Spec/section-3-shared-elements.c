// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a list that is passed by its address shows later writes, its length
// and the variadic arguments of a C function do not.

#include <defer.h>
#include <stdio.h>

static void println(const int *First, int Size) {
  printf("list");
  for (int I = 0; I < Size; ++I)
    printf(" %d", First[I]);
  puts("");
}

static void f(void) {
  int Array[2] = {7, 8};
  int Size = 1;
  defer println(Array, Size);
  defer printf("printf %d %d\n", Array[0], Size);
  Array[0] = 999;
  Size = 2;
}

int main(void) { f(); }

// CHECK:      printf 7 1
// CHECK-NEXT: list 999
