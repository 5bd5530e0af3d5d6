// RUN: %conformance %s
//
// Intent: variadic arguments: the list is built at the defer statement,
// elements of a passed slice stay shared.

#include "twin.h"

// A slice is a pointer to shared elements and a length that is copied.
typedef struct Slice {
  const int *First;
  int Size;
} Slice;

static void sum(const char *Tag, Slice Xs) {
  int Total = 0;
  for (int I = 0; I < Xs.Size; ++I)
    Total += Xs.First[I];
  printf("%s %d %d\n", Tag, Xs.Size, Total);
}

static void sumOf(const char *Tag, int Size, ...) {
  int Total = 0;
  va_list List;
  va_start(List, Size);
  for (int I = 0; I < Size; ++I)
    Total += va_arg(List, int);
  va_end(List);
  printf("%s %d %d\n", Tag, Size, Total);
}

int main(void) {
  int A = 1;
  int Elements[4] = {1, 2, 3};
  Slice Xs = {Elements, 3};
  defer sumOf("list", 3, A, A + 1, A + 2);
  defer sum("slice", Xs);
  defer sumOf("none", 0);
  A = 1000;
  Elements[0] = 100;
  Elements[Xs.Size++] = 7;
  sum("now", Xs);
}
