// RUN: %deferc++ -std=c++20 -w -fsyntax-only -Xclang -verify %s
//
// Intent: a reference or lambda through which a deferred call reaches what is destroyed
// before it is an error that names the variable, or the reference if the object has no
// name. What is read where the statement stands, and what only an argument of a
// call may lead to, is none.
// Message: CaptureWithDestructor CaptureDeclaredHere

#include <defer.h>
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

void look(const std::string &), num(int), see(const int &), run(std::function<void()>);
std::string str(int);
std::vector<std::string> strings();
std::map<int, std::string> table();
struct Context { const std::string &name; int id; void f() const; };
struct Range { ~Range(); int *begin(), *end(); };
struct Log { void close(); };
struct Registry { Log &get(const std::string &); };

void ranges(int k) {
  for (const std::string &s : strings()) // expected-note {{'s' is declared here}}
    defer look(s); // expected-error {{deferred call uses 's', whose destructor runs before it at the end of a nested scope; declare 's' in the outermost block, or copy it with a lambda, `defer [=] { ... }()`}}
  for (const auto &[key, s] : table()) { // expected-note {{'key' is declared here}} expected-note {{'s' is declared here}}
    defer look(s); // expected-error {{deferred call uses 's'}}
    defer { num(key); }; // expected-error {{deferred call uses 'key'}}
  }
  for (int &n : Range()) // expected-note {{'n' is declared here}}
    defer see(n); // expected-error {{deferred call uses 'n'}}
  if (k) {
    std::vector<int> v; // expected-note 2 {{'v' is declared here}}
    for (int &n : v)
      defer see(n); // expected-error {{deferred call uses 'v'}}
    int &n = v[0];
    defer see(n); // expected-error {{deferred call uses 'v'}}
  }
}

void references(int k) {
  if (k) {
    const std::string &s = str(k); // expected-note {{'s' is declared here}}
    defer { look(s); }; // expected-error {{deferred call uses 's'}}
    std::string t; // expected-note 2 {{'t' is declared here}}
    const std::string &r = t;
    defer look(r); // expected-error {{deferred call uses 't'}}
    std::string &&m = std::move(t);
    defer look(m); // expected-error {{deferred call uses 't'}}
    auto p = std::make_unique<int>(1); // expected-note {{'p' is declared here}}
    int &n = *p;
    defer see(n); // expected-error {{deferred call uses 'p'}}
  }
}

void holders(int k) {
  if (k) {
    std::string s; // expected-note 5 {{'s' is declared here}}
    auto l = [&] { look(s); };
    defer l(); // expected-error {{deferred call uses 's'}}
    defer run(l); // expected-error {{deferred call uses 's'}}
    auto m = [l] { l(); };
    defer { m(); }; // expected-error {{deferred call uses 's'}}
    Context c{s, 1};
    defer c.f(); // expected-error {{deferred call uses 's'}}
    defer [=] { c.f(); }(); // expected-error {{deferred call uses 's'}}
    defer num(c.id);
  }
}

void fine(int k, Registry &registry, std::vector<std::string> &outer) {
  for (const std::string &s : outer) {
    defer look(s);
    defer { look(s); };
  }
  for (const std::string &s : strings()) {
    defer [=] { look(s); }();
    defer num(s.size());
  }
  for (const std::unique_ptr<int> &p : std::vector<std::unique_ptr<int>>())
    defer num(*p);
  if (k) {
    std::string name;
    Log &log = registry.get(name);
    defer log.close();
    auto n = std::count_if(outer.begin(), outer.end(), [&](auto &s) { return s == name; });
    defer num(n);
    std::span<std::string> some(outer);
    for (auto &s : some)
      defer look(s);
    for (auto i = outer.begin(); i != outer.end(); ++i) {
      auto &s = *i;
      defer look(s);
    }
  }
}
