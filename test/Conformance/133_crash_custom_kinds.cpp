// RUN: %conformance %s
//
// Intent: crash: values of named basic types print as type(value).

#include "twin.h"

#include <string>

// C++ knows the type's name and no package; `String` adds what Go prints.
struct Code {
  int Value;
  std::string String() const {
    return "main.Code(" + std::to_string(Value) + ")";
  }
};

struct Name {
  const char *Value;
  std::string String() const {
    return std::string("main.Name(\"") + Value + "\")";
  }
};

struct Flag {
  bool Value;
  std::string String() const {
    return Value ? "main.Flag(true)" : "main.Flag(false)";
  }
};

int main() {
  defer { panic(Flag{true}); }
  defer { panic(Name{"n"}); }
  panic(Code{7});
}
