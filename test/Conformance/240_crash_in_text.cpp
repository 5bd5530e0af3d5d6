// RUN: %conformance %s
//
// Intent: crash: the payload's text is made when the report is printed, after
// the deferred calls.

#include "twin.h"

#include <string>

struct Payload {
  const std::string *P;
  std::string String() const { return "text: " + *P; }
};

int main() {
  std::string S = "early";
  defer { S = "late"; }
  panic(Payload{&S});
}
