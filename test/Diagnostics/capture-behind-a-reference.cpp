// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: what an inner call makes by value may still refer to the variable, when it
// holds a reference, be it to a type that owns what it holds.
// Message: CaptureWithDestructor

#include <defer.h>

#include <string>

struct View {
  const std::string &Text;
};
View view(const std::string &Text);
std::string copy(const std::string &Text);
void say(View V);
void sayText(std::string Text);

void f() {
  {
    std::string S = "text"; // expected-note {{'S' is declared here}}
    defer say(view(S)); // expected-error {{deferred call uses 'S', whose destructor runs before it}}
    defer sayText(copy(S));
  }
}
