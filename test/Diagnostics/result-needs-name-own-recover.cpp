// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a function of the program's that is called recover does not count as the
// word; the word counts under its other name too.
// Message: ResultNeedsName

#include <defer.h>

#include <string>
struct Device {
  void recover();
};
std::string restart(Device d) {
  defer d.recover();
  return "x";
}
std::string other() {
  defer { deferc_recover(); }; // expected-warning {{has no value to return}}
  return "x";
}
