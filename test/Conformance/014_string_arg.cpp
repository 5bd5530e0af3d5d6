// RUN: %conformance %s
//
// Intent: string arguments, concatenation happens at the defer statement.

#include "twin.h"

#include <string>

static void show(std::string S) { std::puts(S.c_str()); }
static void showReference(const std::string &S) { std::puts(S.c_str()); }

int main() {
  std::string S = "a";
  defer show(S + "!");
  S = S + "b";
  defer showReference(S + "!");
  S = S + "c";
  show(S);
}
