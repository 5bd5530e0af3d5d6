// RUN: %conformance %s
//
// Intent: an interface receiver's dynamic type and value are fixed at the defer
// statement.

#include "twin.h"

// An interface value is a pointer to the data and one to the functions.
typedef struct Shape {
  void (*Name)(const void *Self);
  const void *Self;
} Shape;

static void square(const void *N) { printf("square %d\n", *(const int *)N); }
static void circle(const void *N) { printf("circle %d\n", *(const int *)N); }

int main(void) {
  int S = 1;
  int C = 2;
  Shape X = {square, &S};
  defer X.Name(X.Self);
  X = (Shape){circle, &C};
  defer X.Name(X.Self);
  X = (Shape){NULL, NULL};
  S = 10;
  println("end", truth(X.Name == NULL));
}
