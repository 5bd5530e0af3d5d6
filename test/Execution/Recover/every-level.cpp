// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O1 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O3 -fno-omit-frame-pointer %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -Os %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -flto -fuse-ld=lld %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -flto=thin -fuse-ld=lld %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -ffunction-sections -fuse-ld=lld -Wl,--icf=all %s -o %t && %t | FileCheck %s
//
// Intent: whatever the optimizer, the linker and the tier do, recover() works in
// the function that a panic called, through thunks, pointers, invokers, templates
// and tail calls, and nowhere else: not in a helper, a recursion, a lambda called
// on the spot or behind a std::function. Results, destructors and handlers on the
// way behave.

#include <cstdio>
#include <defer.h>
#include <functional>
#include <stdexcept>
#include <string>
static void pr(const char *w, const defer_recovered &r) {
  std::printf("%s %s\n", w, r ? r.text().c_str() : "<nil>");
}
// virtual, thunk
struct A {
  virtual void a() { pr("A", recover()); }
  virtual ~A() = default;
  int pad;
};
struct B {
  virtual void b() { pr("B", recover()); }
  int pad2;
  virtual ~B() = default;
};
struct C : A, B {
  void b() override { pr("C::b", recover()); }
  void a() override { pr("C::a", recover()); }
};
void v1() {
  C c;
  B *b = &c;
  defer b->b();
  panic("thunk");
}
void v2() {
  C c;
  A *a = &c;
  defer a->a();
  panic("virtual");
}
// pointer to function
void rec() { pr("rec", recover()); }
void v3() {
  void (*p)() = rec;
  defer p();
  panic("ptr");
}
void v4() {
  defer(+[] { pr("invoker", recover()); })();
  panic("invoker");
}
// pointer to member
void v5() {
  static C c;
  void (C::*m)() = &C::a;
  defer(c.*m)();
  panic("pm");
}
// recursion: must not recover one level down
void rr(int n) {
  if (n) {
    rr(n - 1);
    return;
  }
  pr("rr", recover());
}
void v6() {
  defer { pr("v6", recover()); };
  defer rr(1);
  defer rr(0);
  panic("rec");
}
// helper inlined
static inline void helper() { pr("helper", recover()); }
void v7() {
  defer { pr("v7", recover()); };
  defer { helper(); };
  panic("helper");
}
// tail call
void tail() { return helper(); }
void v8() {
  defer { pr("v8", recover()); };
  defer tail();
  panic("tail");
}
// std::function one deeper
void v9() {
  std::function<void()> f = rec;
  defer { pr("v9", recover()); };
  defer f();
  panic("func");
}
// nested recover inside lambda in deferred
void v10() {
  defer { pr("v10", recover()); };
  defer {
    [&] { pr("lambda", recover()); }();
  };
  panic("lam");
}
// args
void v11() {
  defer[](int x, std::string s, defer_recovered) { pr(s.c_str(), recover()); }
  (1, "args", recover());
  panic("arg");
}
// template
template <class T> void trec(T t) { pr(t, recover()); }
void v12() {
  defer trec("tmpl");
  panic("template");
}
// catch(...)
void thr() {
  struct D {
    ~D() { std::puts("~D"); }
  } d;
  try {
    panic("through");
  } catch (...) {
    std::puts("catch");
    throw;
  }
}
void v13() {
  defer { pr("v13", recover()); };
  thr();
}
int v14() {
  defer_result int r = 3;
  defer { recover(); };
  try {
    panic(1);
  } catch (...) {
    std::puts("no");
  }
  return 4;
}
// exceptions by deferred
void v15() {
  try {
    [] {
      defer { throw std::runtime_error("E"); };
      panic("replaced");
    }();
  } catch (std::exception &e) {
    std::puts(e.what());
  }
  std::printf("unc %d\n", std::uncaught_exceptions());
}
// constructor
struct K {
  int v;
  std::string s{"abc"};
  K() : v(1) {
    defer { pr("K", recover()); };
    v = 2;
    panic("ctor");
  }
  ~K() { std::printf("~K %d %s\n", v, s.c_str()); }
};
void v16() {
  K k;
  std::printf("k %d\n", k.v);
}
struct DD {
  ~DD() {
    defer { pr("DD", recover()); };
    panic("dtor");
  }
};
void v17() {
  DD d;
  std::puts("body");
}
std::string v18() {
  defer_result std::string r = "a";
  defer {
    recover();
    r += "!";
  };
  r = "b";
  struct X {
    ~X() { std::puts("~X"); }
  } x;
  panic(1);
  return "c";
}
struct Big {
  int a[20];
};
Big v19(int k) {
  defer { recover(); };
  if (k) {
    Big b{};
    b.a[3] = 7;
    return b;
  }
  panic(1);
  return Big{};
}
void deep(int n) {
  struct Q {
    ~Q() {}
  } q;
  if (n == 0)
    panic("deep");
  deep(n - 1);
  std::printf("");
}
void v20() {
  defer { pr("v20", recover()); };
  deep(1000);
}
int fact(int n) {
  defer_result int r = 0;
  defer {
    if (auto v = recover())
      r = v.as<int>() + 1;
  };
  if (n == 0)
    panic(10);
  r = fact(n - 1);
  if (r > 5)
    panic(r);
  return r;
}
int main() {
  v1();
  v2();
  v3();
  v4();
  v5();
  v6();
  v7();
  v8();
  v9();
  v10();
  v11();
  v12();
  v13();
  std::printf("%d\n", v14());
  v15();
  v16();
  v17();
  std::puts(v18().c_str());
  std::printf("%d %d\n", v19(1).a[3], v19(0).a[3]);
  v20();
  std::printf("%d\n", fact(3));
  std::printf("unc %d\n", std::uncaught_exceptions());
}

// CHECK:      C::b thunk
// CHECK-NEXT: C::a virtual
// CHECK-NEXT: rec ptr
// CHECK-NEXT: invoker invoker
// CHECK-NEXT: C::a pm
// CHECK-NEXT: rr rec
// CHECK-NEXT: rr <nil>
// CHECK-NEXT: v6 <nil>
// CHECK-NEXT: helper <nil>
// CHECK-NEXT: v7 helper
// CHECK-NEXT: helper <nil>
// CHECK-NEXT: v8 tail
// CHECK-NEXT: rec <nil>
// CHECK-NEXT: v9 func
// CHECK-NEXT: lambda <nil>
// CHECK-NEXT: v10 lam
// CHECK-NEXT: args arg
// CHECK-NEXT: tmpl template
// CHECK-NEXT: v13 through
// CHECK-NEXT: catch
// CHECK-NEXT: ~D
// CHECK-NEXT: 3
// CHECK-NEXT: E
// CHECK-NEXT: unc 0
// CHECK-NEXT: K ctor
// CHECK-NEXT: k 2
// CHECK-NEXT: ~K 2 abc
// CHECK-NEXT: body
// CHECK-NEXT: DD dtor
// CHECK-NEXT: ~X
// CHECK-NEXT: b!
// CHECK-NEXT: 7 0
// CHECK-NEXT: v20 deep
// CHECK-NEXT: 14
// CHECK-NEXT: unc 0
// CHECK-NOT:  {{.}}
