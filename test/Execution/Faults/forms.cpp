// RUN: %deferc++ -std=c++20 -O0 -Wall -Wextra -Werror -Wno-division-by-zero -fdefer-fault-panics %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -Wall -Wextra -Werror -Wno-division-by-zero -fdefer-fault-panics %s -o %t && %t | FileCheck %s
//
// Intent: every form in which C++ follows a pointer or divides is checked, where it
// faults; what only computes an address is not.

#include <defer.h>

#include <climits>
#include <cstdio>
#include <memory>
#include <string>

struct First {
  int A;
  int first() { return A; }
};
struct Second {
  int B;
  int second() { return B; }
  virtual int virtualSecond() { return B; }
  virtual ~Second() = default;
};
struct Both : First, Second {};
struct Root {
  int R;
};
struct Virtual : virtual Root {};
struct Record {
  int X;
  int Items[4];
  struct {
    int Y, Z[2];
  } In;
  int &Ref;
};

template <class T> static T *volatile Null = nullptr;
template <int N> static int remainder(int A) { return A % N; }
static int Zero; // Never written: the optimizer knows.
static int Least = INT_MIN, MinusOne = -1;

template <class F> static void check(const char *Name, F Run) {
  defer {
    if (auto R = recover())
      std::printf("%s: %s\n", Name, std::string(R.text()).c_str());
  };
  std::printf("%s: %ld\n", Name, static_cast<long>(Run()));
}
static int say(int V) {
  std::printf("argument %d, ", V);
  return V;
}

int main(int Argc, char **) {
  // CHECK: field of a second base: runtime error: invalid memory address
  check("field of a second base", [] { return Null<Both>->B; });
  // CHECK-NEXT: method of a second base: runtime error: invalid memory
  check("method of a second base", [] { return Null<Both>->second(); });
  // CHECK-NEXT: virtual method of it: runtime error: invalid memory
  check("virtual method of it", [] { return Null<Both>->virtualSecond(); });
  // CHECK-NEXT: field of a virtual base: runtime error: invalid memory
  check("field of a virtual base", [] { return Null<Virtual>->R; });
  // CHECK-NEXT: pointer to a field: runtime error: invalid memory
  int Record::*Field = &Record::X;
  check("pointer to a field", [=] { return Null<Record>->*Field; });
  // CHECK-NEXT: pointer to a method: runtime error: invalid memory
  check("pointer to a method", [] { return (Null<First>->*&First::first)(); });
  // CHECK-NEXT: null pointer to a field: runtime error: invalid memory
  check("null pointer to a field", [] {
    First F{1};
    int First::*volatile None = nullptr;
    return F.*None;
  });
  // CHECK-NEXT: null pointer to a method: runtime error: invalid memory
  check("null pointer to a method", [] {
    First F{1};
    int (First::*volatile None)() = nullptr;
    return (F.*None)();
  });
  // CHECK-NEXT: array binding: runtime error: invalid memory
  check("array binding", [] {
    auto [A, B] = *Null<int[2]>;
    return A + B;
  });
  // CHECK-NEXT: captured: runtime error: integer divide by zero
  check("captured", [] { return [V = 7 / Zero] { return V; }(); });
  // CHECK-NEXT: atomic: runtime error: invalid memory
  check("atomic", [] { return __atomic_load_n(Null<int>, __ATOMIC_RELAXED); });
  // CHECK-NEXT: unique_ptr: runtime error: invalid memory
  check("unique_ptr", [] { return std::unique_ptr<First>()->A; });

  // A function is called when its arguments are known.
  // CHECK-NEXT: argument 1, function: runtime error: invalid memory
  check("function", [] { return Null<int(int)>(say(1)); });
  // CHECK-NEXT: argument 2, star: runtime error: invalid memory
  check("star", [] { return (*Null<int(int)>)(say(2)); });
  // CHECK-NEXT: argument 3, stars: runtime error: invalid memory
  check("stars", [] { return (**Null<Record(int, ...)>)(say(3)).X; });
  // CHECK-NEXT: function reference: runtime error: invalid memory
  check("function reference", [] {
    int (&F)(int) = *Null<int(int)>;
    return F(say(4));
  });
  // CHECK-NEXT: noexcept function: runtime error: invalid memory
  check("noexcept function", [] { return Null<int(int) noexcept>(5); });
  // CHECK-NEXT: deferred: 6
  // CHECK-NEXT: due: runtime error: invalid memory
  check("due", [] {
    int (*F)(int) = Null<int(int)>;
    defer (*F)(1);
    std::puts("deferred: 6");
    return 6;
  });

  // CHECK-NEXT: template: runtime error: integer divide by zero
  check("template", [=] { return remainder<0>(Argc); });
  // CHECK-NEXT: constant: runtime error: integer divide by zero
  check("constant", [=] {
    const int None = 0;
    int V = Argc;
    return V /= None;
  });
  // CHECK-NEXT: known: runtime error: integer divide by zero
  check("known", [=] { return Argc / Zero; });
  // CHECK-NEXT: least: -2147483648
  check("least", [] { return Least / MinusOne; });
  // CHECK-NEXT: least remainder: 0
  check("least remainder", [] { return Least % MinusOne; });
  // CHECK-NEXT: least assigned: -2147483648
  check("least assigned", [] {
    int V = Least;
    V /= MinusOne;
    return V;
  });
  // CHECK-NEXT: narrow: -128
  check("narrow", [] {
    signed char V = static_cast<signed char>(Least >> 24);
    V /= static_cast<signed char>(MinusOne);
    return V;
  });
  // CHECK-NEXT: floating: 1
  check("floating", [] { return 1.0 / Zero > 1e300; });

  // CHECK-NEXT: address: 12
  check("address", [] { return reinterpret_cast<long>(&Null<Record>->Items[2]); });
  // CHECK-NEXT: deep address: 28
  check("deep address", [] { return reinterpret_cast<long>(&Null<Record>->In.Z[1]); });
  // CHECK-NEXT: address of a row: 4
  check("address of a row", [] { return reinterpret_cast<long>(&(*Null<int[4]>)[1]); });
  // CHECK-NEXT: addressof: 20
  check("addressof", [] {
    return reinterpret_cast<long>(std::addressof(Null<Record>->In.Y));
  });
  // CHECK-NEXT: chosen address: 4
  check("chosen address", [=] {
    return reinterpret_cast<long>(&(Argc ? Null<Record>->Items[0] : Null<Record>->X));
  });
  // CHECK-NEXT: reference member: runtime error: invalid memory
  check("reference member", [] { return reinterpret_cast<long>(&Null<Record>->Ref); });
  // CHECK-NEXT: segment: 0
  check("segment", [] { return *(unsigned long __seg_fs *)0 == 0; });
}
