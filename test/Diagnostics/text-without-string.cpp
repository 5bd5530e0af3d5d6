// RUN: %deferc++ -std=c++17 -fsyntax-only -Xclang -verify %s
//
// Intent: a file that asks for the text of a recovered value and does not include
// <string> is told to.

#include <defer.h>

void report(const char *);

void f() {
  defer {
    auto R = recover();
    // expected-note@*:* {{candidate}} expected-note@*:* 0+ {{}}
    report(R.text().c_str()); // expected-error {{call to deleted member function 'text': it returns a std::string; include <string>}}
  };
}
