// RUN: %deferc++ -fsyntax-only -Wno-gnu-statement-expression -Xclang -verify %s
//
// Intent: a statement expression in the initializer of a base or a member cannot defer; a
// lambda there can.
// Message: DeferInInitializer

#include <defer.h>

int g(int);

struct Base {
  explicit Base(int);
};
struct Derived : Base {
  int Member;
  Derived()
      : Base(({
          defer g(1); // expected-error {{`defer` in the initializer of a base or a member, which is not in the constructor's body; call a function or a lambda that defers}}
          g(2);
        })),
        Member([] {
          defer g(3);
          return g(4);
        }()) {
    g(({
      defer g(5);
      g(6);
    }));
  }
};
template <class T> struct Generic {
  T Member;
  Generic()
      : Member(({
          defer g(7); // expected-error {{`defer` in the initializer of a base or a member}}
          g(8);
        })) {}
};
void f() {
  struct Local {
    int Member = ({
      defer g(9); // expected-error {{`defer` in the initializer of a base or a member}}
      g(10);
    });
  };
  Generic<int>();
}
