// RUN: %conformance %s
//
// Intent: recover in a promoted method of an embedded struct (derived class in
// C++).

#include "twin.h"

struct Handler {
  virtual void handle() = 0;
};

struct Base : Handler {
  int N;
  explicit Base(int N) : N(N) {}
  void handle() override { println("base", N, recover()); }
};

struct Other {
  virtual void other() {}
};

// As a Handler, a Derived is called through a thunk that adjusts `this`.
struct Derived : Other, Base {
  int Extra;
  Derived(int N, int Extra) : Base(N), Extra(Extra) {}
};

struct Overrider : Other, Base {
  using Base::Base;
  void handle() override { println("base", N, recover()); }
};

static void direct() {
  Derived D{1, 2};
  defer D.handle();
  panic("direct");
}

static void viaInterface() {
  Overrider D{5};
  Handler *H = &D;
  defer H->handle();
  panic("iface");
}

int main() {
  direct();
  viaInterface();
}
