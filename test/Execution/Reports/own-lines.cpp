// RUN: %deferc++ -O2 -g %s -o %t
// RUN: not %t first 2>&1 | FileCheck %s --check-prefix=FIRST
// RUN: not %t second 2>&1 | FileCheck %s --check-prefix=SECOND
// RUN: %deferc++ -O2 -g -fdefer-fault-panics %s -o %t
// RUN: not %t null 2>&1 | FileCheck %s --check-prefix=NULL
// RUN: not %t division 2>&1 | FileCheck %s --check-prefix=DIVISION
//
// Intent: two panics that are alike stay two in optimised code: each has its own line
// and its own inlined callers in the trace.

#include <defer.h>

static void check(int N) {
  if (N < 0)
    panic("negative"); // FIRST: panic: negative
}
static void first(int N) { check(N); }
static void second(int N) { check(N - 10); }

struct Node {
  int V;
  Node *Next;
};

int main(int Argc, char **Argv) {
  const char *Which = Argv[1];
  // FIRST: {{^}}check(...)
  // FIRST-NEXT: own-lines.cpp:15
  // FIRST-NEXT: {{^}}first(...)
  // FIRST-NEXT: own-lines.cpp:17
  // FIRST-NEXT: {{^}}main(...)
  // FIRST-NEXT: own-lines.cpp:[[@LINE+1]]
  first(*Which == 'f' ? -1 : 1);
  // SECOND: {{^}}check(...)
  // SECOND-NEXT: own-lines.cpp:15
  // SECOND-NEXT: {{^}}second(...)
  // SECOND-NEXT: own-lines.cpp:18
  // SECOND-NEXT: {{^}}main(...)
  // SECOND-NEXT: own-lines.cpp:[[@LINE+1]]
  second(*Which == 's' ? 1 : 20);
  Node *P = *Which == 'n' ? nullptr : new Node{Argc - 2, nullptr};
  // NULL: {{^}}main(...)
  // NULL-NEXT: own-lines.cpp:[[@LINE+1]]
  int V = P->V;
  // DIVISION: {{^}}main(...)
  // DIVISION-NEXT: own-lines.cpp:[[@LINE+1]]
  V = 7 / V;
  V = 8 % P->V;
  return V + P->Next->V + P->Next->Next->V;
}
