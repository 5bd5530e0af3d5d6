// RUN: %conformance %s
//
// Intent: crash: a payload with a String method prints its text (pointer
// receiver too).

#include "twin.h"

#include <string>

struct Temperature {
  int Degrees;
  std::string String() const { return std::to_string(Degrees) + " degrees"; }
};

int main() {
  Temperature T{30};
  panic(T);
}
