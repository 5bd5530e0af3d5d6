// RUN: %conformance %s
//
// Intent: a receiver that is a field, an element, or what a pointer leads to is
// fixed at the statement.

#include "twin.h"

struct Cell {
  int V;
  void show(const char *Tag) const { std::printf("%s %d\n", Tag, V); }
};

struct Row {
  Cell Left, Right;
  Row *Next;
};

int main() {
  Row Rows[2] = {{{1}, {2}, nullptr}, {{3}, {4}, nullptr}};
  Rows[0].Next = &Rows[1];
  int I = 0;
  Row *P = &Rows[0];
  defer Rows[I].Left.show("left of 0:");
  defer P->Next->Right.show("right of next:");
  I = 1;
  P = P->Next;
  defer Rows[I].Left.show("left of 1:");
  Rows[0].Left.V = 10;
  Rows[1].Left.V = 30;
  Rows[1].Right.V = 40;
  Rows[0].Next = nullptr;
  println("end", I, P->Next == nullptr);
}
