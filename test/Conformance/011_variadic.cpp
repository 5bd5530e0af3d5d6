// RUN: %conformance %s
//
// Intent: variadic arguments: the list is built at the defer statement,
// elements of a passed slice stay shared.

#include "twin.h"

// A slice is a pointer to shared elements and a length that is copied.
struct Slice {
  const int *First;
  int Size;
};

static void sum(const char *Tag, Slice Xs) {
  int Total = 0;
  for (int I = 0; I < Xs.Size; ++I)
    Total += Xs.First[I];
  std::printf("%s %d %d\n", Tag, Xs.Size, Total);
}

template <typename... Ints> static void sumOf(const char *Tag, Ints... Xs) {
  int List[] = {0, Xs...};
  sum(Tag, {List + 1, int(sizeof...(Xs))});
}

int main() {
  int A = 1;
  int Elements[4] = {1, 2, 3};
  Slice Xs{Elements, 3};
  defer sumOf("list", A, A + 1, A + 2);
  defer sum("slice", Xs);
  defer sumOf("none");
  A = 1000;
  Elements[0] = 100;
  Elements[Xs.Size++] = 7;
  // Go's append made a new array here, which 100 had already been written to.
  sum("now", Xs);
}
