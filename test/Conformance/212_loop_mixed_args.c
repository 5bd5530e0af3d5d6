// RUN: %conformance %s
//
// Intent: a defer in a loop keeps the early values of arguments of several
// types.

#include "twin.h"

typedef struct Tag {
  char Text[16];
} Tag;

static void show(Tag T, int I, double F, bool B) {
  println(T.Text, I, F, truth(B));
}

int main(void) {
  double F = 0.5;
  Tag S = {"pass"};
  for (int I = 0; I < 4; ++I) {
    defer show(S, I, F, I % 2 == 0);
    F *= 2;
    strcat(S.Text, "+");
  }
  F = -1;
  strcpy(S.Text, "changed");
}
