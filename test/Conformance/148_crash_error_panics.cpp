// RUN: %conformance %s
//
// Intent: crash: the payload's Error method itself panics.

#include "twin.h"

#include <string>

struct Bad {
  std::string Error() const { panic("in Error"); }
};

int main() { panic(Bad{}); }
