// RUN: %deferc++ -std=c++20 -fsyntax-only -Xclang -verify %s
//
// Intent: the word `class` or `struct` before a lambda's body, in a template head or in the
// type of a variable, does not make the body one of a class.
// expected-no-diagnostics

#include <defer.h>

void g(int);

template <class T> int OfParameter = [] {
  defer g(1);
  return 1;
}();
template <template <class, class> class T> int OfTemplateParameter = [] {
  defer g(2);
  return 1;
}();
struct Class;
struct Class *Pointer = [] {
  defer g(3);
  return nullptr;
}();
auto Head = []<class T, class U>() {
  defer g(4);
};
