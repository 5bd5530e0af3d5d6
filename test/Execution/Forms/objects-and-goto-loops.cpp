// RUN: %deferc++ -std=c++2b -w -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++2b -w -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++2b -w -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc++ -std=c++2b -w -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: behind a goto loop that is over, in whatever form, a deferred call reaches the
// objects and arrays of the outermost block, also those of the loop's last iteration; a
// variable between the label and the jump is another one in each iteration that defers.

#include <defer.h>

#include <cstdio>
#include <string>

static void look(const std::string &S) { std::printf("%s\n", S.c_str()); }
static void see(const int *N) { std::printf("%d\n", *N); }

static void behind(int N) {
  int Tries = 0;
retry:
  if (Tries++ < N)
    goto retry;
  std::string S = "x";
  int A[N], K = 1;
  A[N - 1] = 1;
  defer look(S);
  defer see(&A[N - 1]);
  defer { see(&K); };
  for (int I = 0; I < 2; I++)
    defer look(S);
  S = "of the outermost block";
  A[N - 1] = 2;
  K = 3;
}
// CHECK:      of the outermost block
// CHECK-NEXT: of the outermost block
// CHECK-NEXT: 3
// CHECK-NEXT: 2
// CHECK-NEXT: of the outermost block

static void lastPass(int N) {
  int Tries = 0;
retry:
  std::string S = "a text for the heap " + std::to_string(Tries);
  int K = Tries;
  if (Tries++ < N)
    goto retry;
  defer look(S);
  defer see(&K);
  S += "!";
  K += 10;
}
// CHECK-NEXT: 12
// CHECK-NEXT: a text for the heap 2!

static void twoLoops(int N) {
  int Tries = 0;
  switch (N) {
  case 2:
  first:
    if (Tries++ < N)
      goto first;
  }
  std::string S = "kept";
second:
  defer look(S);
  if (Tries++ < 5)
    goto second;
  S += " through the second loop";
}
// CHECK-NEXT: kept through the second loop
// CHECK-NEXT: kept through the second loop
// CHECK-NEXT: kept through the second loop

static void eachPass(int N) {
  int Tries = 0;
retry:
  int K = Tries;
  defer see(&K);
  K += 10;
  if (Tries++ < N)
    goto retry;
}
// CHECK-NEXT: 12
// CHECK-NEXT: 11
// CHECK-NEXT: 10

static void computed(int N) {
  void *To = &&retry;
  int Tries = 0;
retry:
  int K = Tries;
  defer see(&K);
  K += 20;
  if (Tries++ < N)
    goto *To;
  int A[N];
  A[0] = 30;
  defer see(A);
  A[0]++;
}
// CHECK-NEXT: 31
// CHECK-NEXT: 22
// CHECK-NEXT: 21
// CHECK-NEXT: 20

static void assembly(int N) {
  int Tries = 0;
retry:
  int K = Tries;
  defer see(&K);
  K += 40;
  if (Tries++ < N)
    asm goto("jmp %l[retry]" : : : "memory" : retry);
}
// CHECK-NEXT: 42
// CHECK-NEXT: 41
// CHECK-NEXT: 40
// CHECK-NOT:  {{.}}

int main() {
  behind(2);
  lastPass(2);
  twoLoops(2);
  eachPass(2);
  computed(2);
  assembly(2);
}
