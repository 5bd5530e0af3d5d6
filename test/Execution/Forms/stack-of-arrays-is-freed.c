// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: the scope of a variable length array frees the array in a function that
// defers, in one whose operands allocate, and in an operand that makes a number of it;
// a loop over more memory than the stack has comes to its end.

#include <defer.h>

#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void num(long N) { printf("%ld\n", N); }
static void show(const char *S) { printf("%zu\n", strlen(S)); }
static void ignore(long N) { (void)N; }

static void untaken(int N) {
  for (int I = 0; I < 1000000; I++) {
    volatile int V[N];
    V[0] = I;
    if (V[0] < 0) {
      defer num(V[0]);
    }
  }
  num(1);
}

static void untakenAlloca(int N) {
  for (int I = 0; I < 1000000; I++) {
    volatile int V[N];
    V[0] = I;
    if (V[0] == 999999) {
      defer show(memset(memset(alloca(N + 1), 0, N + 1), 'a', N));
    }
  }
}

static void number(int N) {
  for (int I = 0; I < 20000; I++)
    defer ignore(({ char V[N * 100]; snprintf(V, sizeof V, "%d", I); atoi(V); }));
  num(2);
}

static void loopInOperand(int N) {
  defer show(({
    char *P = NULL;
    for (int I = 0; I < 1000000; I++) {
      char V[N];
      V[0] = I;
      P = I ? P : strdup(V[0] ? "" : "four");
    }
    P;
  }));
}

int main(void) {
  untaken(64);
  untakenAlloca(64);
  number(64);
  loopInOperand(64);
  // CHECK:      1
  // CHECK-NEXT: 64
  // CHECK-NEXT: 2
  // CHECK-NEXT: 4
}
