// RUN: %conformance %s
//
// Intent: a value's Error() may defer, panic and recover while the report is
// printed.

#include "twin.h"

#include <string>

struct Careful {
  std::string Error() const {
    defer_result std::string S;
    defer { S = "recovered " + recover().text(); };
    panic("in Error");
  }
};

struct Tidy {
  std::string Error() const {
    defer println("deferred in Error");
    return "tidy";
  }
};

int main() {
  defer panic(Tidy{});
  panic(Careful{});
}
