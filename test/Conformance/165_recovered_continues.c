// RUN: %conformance %s
//
// Intent: after recover the deferred function keeps running before its frame is
// left.

#include "twin.h"

typedef struct Text {
  char Chars[16];
} Text;

static Text f(void) {
  defer_result Text R = {"a"};
  defer { strcat(R.Chars, "d"); }
  defer {
    defer_recovered X = recover();
    println("recovered", X);
    for (int I = 0; I < 2; ++I)
      defer { strcat(R.Chars, "c"); }
    strcat(R.Chars, "b");
    println("still here", R.Chars);
  }
  panic(1);
}

int main(void) { puts(f().Chars); }
