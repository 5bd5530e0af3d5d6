// RUN: %deferc++ -O0 -fdefer-fault-panics %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -fdefer-fault-panics %s -o %t && %t | FileCheck %s
//
// Intent: with -fdefer-fault-panics a null pointer that is followed and a division
// by zero panic, and the function that faulted recovers itself.

#include <defer.h>

#include <stdio.h>
#include <string>

struct Node {
  int V;
  struct Node *Next;
  int Items[4];
};

static void report(void) {
  auto R = recover();
  printf("%s\n", R.text().c_str());
}

static int load(struct Node *N) {
  defer report();
  return N->V;
}
static void store(struct Node *N) {
  defer report();
  N->Next->Items[1] = 3;
  printf("not reached\n");
}
static int throughAddress(struct Node *N) {
  defer report();
  return *(&N->V);
}
static int star(int *P) {
  defer report();
  return *P + P[2];
}
static int divide(int A, int B) {
  defer report();
  A /= B;
  return A % B;
}
static unsigned long divideUnsigned(unsigned long A, unsigned long B) {
  defer report();
  return A / B;
}
static int call(int (*F)(int, int)) {
  defer report();
  return F(1, 2);
}
static int *address(struct Node *N) { return &N->V; }

int main(void) {
  struct Node N = {1, 0, {0, 0, 0, 0}};
  int A[3] = {1, 2, 3};
  // CHECK: runtime error: invalid memory address or nil pointer dereference
  // CHECK-NEXT: 0
  printf("%d\n", load(0));
  // CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
  // CHECK-NEXT: 0
  printf("%d\n", throughAddress(0));
  // CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
  store(&N);
  // CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
  // CHECK-NEXT: 0
  printf("%d\n", star(0));
  // CHECK-NEXT: runtime error: integer divide by zero
  // CHECK-NEXT: 0
  printf("%d\n", divide(7, 0));
  // CHECK-NEXT: runtime error: integer divide by zero
  // CHECK-NEXT: 0
  printf("%lu\n", divideUnsigned(7, 0));
  // CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
  // CHECK-NEXT: 0
  printf("%d\n", call(0));
  // CHECK-NEXT: nil
  // CHECK-NEXT: 4
  printf("%d\n", star(A));
  printf("%d\n", address(&N) == &N.V);
  // CHECK-NEXT: 1
}
