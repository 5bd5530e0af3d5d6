// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a lambda in the initializer of a variable template defers, once for each
// instance, whatever declares or makes the instance.

#include <defer.h>

#include <cstdio>

static int made(const char *What) { return std::printf("%s\n", What); }
static void done(const char *What) { std::printf("%s deferred\n", What); }

template <class T> int Implicit = [] {
  defer done("implicit");
  return made("implicit");
}();
static int first() { return Implicit<int>; }
static int second() { return Implicit<int>; }

template <class T> inline int Branches = [] {
  if constexpr (sizeof(T) == 1) {
    defer done("small");
    return made("small");
  } else {
    T Value = 2;
    defer { std::printf("%d deferred\n", Value); };
    return made("large");
  }
}();
template <class T> int Partial = 0;
template <class T> int Partial<T *> = [] {
  defer done("partial");
  return made("partial");
}();
template <class T> int Explicit = 0;
template <> int Explicit<char> = [] {
  defer done("explicit");
  return made("explicit");
}();
template <class T> int Instantiated = [] {
  defer done("instantiated");
  return made("instantiated");
}();
template int Instantiated<int>;

struct Class {
  template <class T> static int Member;
};
template <class T> int Class::Member = [] {
  defer done("member");
  return made("member");
}();

template <class T> auto Function = [](auto Value) {
  defer done("lambda");
  return made("lambda") + T(Value);
};

int main() {
  std::puts("main");
  return first() + second() + Branches<char> + Branches<int> + Partial<int *> + Explicit<char> +
             Class::Member<int> + Function<int>(0) == 0;
}

// CHECK-DAG:  {{^}}implicit{{$}}
// CHECK-DAG:  {{^}}implicit deferred{{$}}
// CHECK-DAG:  {{^}}small{{$}}
// CHECK-DAG:  {{^}}small deferred{{$}}
// CHECK-DAG:  {{^}}large{{$}}
// CHECK-DAG:  {{^}}2 deferred{{$}}
// CHECK-DAG:  {{^}}partial{{$}}
// CHECK-DAG:  {{^}}partial deferred{{$}}
// CHECK-DAG:  {{^}}explicit{{$}}
// CHECK-DAG:  {{^}}explicit deferred{{$}}
// CHECK-DAG:  {{^}}instantiated{{$}}
// CHECK-DAG:  {{^}}instantiated deferred{{$}}
// CHECK-DAG:  {{^}}member{{$}}
// CHECK-DAG:  {{^}}member deferred{{$}}
// CHECK:      main
// CHECK-NEXT: lambda
// CHECK-NEXT: lambda deferred
// CHECK-NOT:  {{.}}
