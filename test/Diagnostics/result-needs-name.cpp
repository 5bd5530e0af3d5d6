// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a class result without a name is named where a recover is visible.
// Message: ResultNeedsName

#include <defer.h>

#include <string>
std::string f() {
  defer { recover(); }; // expected-warning {{a recovered function that returns 'std::string' (aka 'basic_string<char>') has no value to return; name its result with `defer_result`}}
  return "x";
}
std::string g() {
  defer_result std::string r;
  defer { recover(); };
  return "x";
}
