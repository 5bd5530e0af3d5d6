// RUN: %conformance %s
//
// Intent: panics recovered in two frames, one inside the other's deferred call.

#include "twin.h"

#include <string>

static std::string inner(const std::string &Tag) {
  defer_result std::string R;
  defer { R = Tag + " " + recover().text(); }
  panic("inner");
}

static std::string outer() {
  defer_result std::string R;
  defer {
    std::string S = inner("from deferred");
    R = R + ", " + S + ", " + recover().text();
  }
  R = inner("from body");
  panic("outer");
}

int main() { println(outer()); }
