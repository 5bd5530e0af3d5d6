// RUN: %conformance %s
//
// Intent: deferred closures change fields of a struct result; a recovery keeps
// the others.

#include "twin.h"

typedef struct Reply {
  int Code;
  const char *Text;
  int Tries;
} Reply;

static Reply f(int K) {
  defer_result Reply R = {0, NULL, 0};
  defer { R.Tries++; }
  defer {
    if (recover().kind)
      R.Code = 500;
  }
  R.Text = "started";
  if (K == 1)
    panic("x");
  return (Reply){200, "done", 10};
}

int main(void) {
  Reply A = f(0), B = f(1);
  println(A.Code, A.Text, A.Tries);
  println(B.Code, B.Text, B.Tries);
}
