// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: in C++ a function of the program's own does not take the place of one of the
// runtime; members, and functions of other parameters or namespaces, may have its name.
// Message: WordAsName

#include <defer.h>

void goexit() { throw 1; } // expected-error {{`goexit` ends the thread and cannot be a name}}
void panicf(const char *, ...) { throw 1; } // expected-error {{`panicf` starts a panic and cannot be a name}}

struct S {
  void panic(int), recover();
  void goexit() {}
};
namespace n {
void goexit() {}
int recover() { return 1; }
} // namespace n
void goexit(int) {}
void f(S s) { s.panic(1); s.recover(); n::goexit(); goexit(1); panic(n::recover()); }
