// RUN: %conformance %s
//
// Intent: deferred closures change fields of a struct result; a recovery keeps
// the others.

#include "twin.h"

struct Reply {
  int Code;
  const char *Text;
  int Tries;
};

static Reply f(int K) {
  defer_result Reply R = {};
  defer { R.Tries++; }
  defer {
    if (recover())
      R.Code = 500;
  }
  R.Text = "started";
  if (K == 1)
    panic("x");
  return Reply{200, "done", 10};
}

int main() {
  Reply A = f(0), B = f(1);
  println(A.Code, A.Text, A.Tries);
  println(B.Code, B.Text, B.Tries);
}
