// RUN: %conformance %s
//
// Intent: crash: a payload with an Error method prints its text.

#include "twin.h"

#include <string>

struct MyError {
  int Code;
  std::string Error() const { return "my error " + std::to_string(Code); }
};

int main() {
  defer { panic(MyError{2}); }
  panic(MyError{1});
}
