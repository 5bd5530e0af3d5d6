// RUN: %deferc++ -std=c++20 -ferror-limit=0 -fsyntax-only -Xclang -verify %s
//
// Intent: the same in C++, where a name may stand in more places.
// Message: WordAsName

#include <defer.h>
#include <initializer_list>

class defer { // expected-error {{`defer` begins a defer statement and cannot be a name}}
public:
  defer(int x) : a(x) {} // expected-error {{cannot be a name}}
  ~defer() {}            // expected-error {{cannot be a name}}

private:
  int a;
};
struct Derived : defer { // expected-error {{cannot be a name}}
  using defer::defer;    // expected-error 2 {{cannot be a name}}
};
defer global(1); // expected-error {{cannot be a name}}
int objects() {
  defer local = 1; // expected-error {{cannot be a name}}
  return 0;
}

struct Method {
  void defer(int); // expected-error {{cannot be a name}}
  int other;
  void m() { this->defer(1); } // expected-error {{cannot be a name}}
};
void Method::defer(int) {} // expected-error {{cannot be a name}}
struct Initialized {
  int defer;                         // expected-error {{cannot be a name}}
  Initialized(int x) : defer(x) {}   // expected-error {{cannot be a name}}
  Initialized() : defer{1} {}        // expected-error {{cannot be a name}}
};
auto Pointer = &Initialized::defer; // expected-error {{cannot be a name}}

template <class defer> struct OfType { // expected-error {{cannot be a name}}
  defer v;                             // expected-error {{cannot be a name}}
};
template <int defer> int number() { return 0; } // expected-error {{cannot be a name}}

namespace n {
namespace defer { // expected-error {{cannot be a name}}
int a;
}
int b = defer::a; // expected-error {{cannot be a name}}
} // namespace n
namespace m {
enum class defer : int { A };    // expected-error {{cannot be a name}}
enum class E { defer };          // expected-error {{cannot be a name}}
E e = E::defer;                  // expected-error {{cannot be a name}}
int c = ::n::b;
} // namespace m

struct Pair { int a, b; };
int locals(int defer) { // expected-error {{cannot be a name}}
  auto copies = [defer] { return 1; };  // expected-error {{cannot be a name}}
  auto refers = [&defer] { return 1; }; // expected-error {{cannot be a name}}
  return copies() + refers();
}
int bindings(Pair p) {
  auto [defer, b] = p; // expected-error {{cannot be a name}}
  return b;
}
int braces() {
  int defer{3};                                // expected-error {{cannot be a name}}
  for (int defer : {1, 2}) {}                  // expected-error {{cannot be a name}}
  if (int defer = 1; defer) return 1;          // expected-error 2 {{cannot be a name}}
  try { throw 1; } catch (int defer) {}        // expected-error {{cannot be a name}}
  return 0;
}
int parentheses() {
  decltype(1) defer(2); // expected-error {{cannot be a name}}
  return 0;
}
