// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: runtime errors are panics (nil dereference, division by zero, index);
// texts are Go's.

#include "twin.h"

// C has no bounds to check; the program does.
typedef struct Node {
  int V;
} Node;

static void message(char S[128], defer_recovered R) {
  strcpy(S, R.kind == DEFER_RUNTIME_ERROR ? defer_text(&R) : "not an error");
}

static void nilDereference(char S[128]) {
  defer { message(S, recover()); }
  Node *P = NULL;
  P->V = 1;
}

static void divideByZero(char S[128], int B) {
  defer { message(S, recover()); }
  printf("%d\n", 10 / B);
}

static void element(char S[128], int I) {
  defer { message(S, recover()); }
  int A[] = {1, 2, 3};
  if (I >= 3)
    deferc_runtime_panic("index out of range [3] with length 3");
  printf("%d\n", A[I]);
}

int main(void) {
  char S[128];
  nilDereference(S);
  puts(S);
  divideByZero(S, 0);
  puts(S);
  element(S, 3);
  puts(S);
  element(S, 1);
  puts(S);
}
