// RUN: %conformance %s
//
// Intent: crash: an error that holds another; a payload of String and Error
// prints its Error.

#include "twin.h"

#include <string>

// A class derived from std::exception is an error, and its `what` the text.
class Inner : public std::exception {
  std::string Text;

public:
  explicit Inner(int Code) : Text("inner " + std::to_string(Code)) {}
  const char *what() const noexcept override { return Text.c_str(); }
};

struct Outer {
  std::string Operation;
  std::string Cause;
  std::string Error() const { return Operation + ": " + Cause; }
  std::string String() const { return "never this"; }
};

int main() {
  defer {
    auto R = recover();
    panic(Outer{"open", R.exception()->what()});
  }
  panic(Inner(7));
}
