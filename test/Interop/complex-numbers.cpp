// RUN: %deferc -c -O1 %S/Inputs/complex.c -o %t.c.o
// RUN: %deferc++ -std=c++17 -O1 -Wall -Wextra -pedantic -Wno-c99-extensions -Werror %s %t.c.o -o %t
// RUN: %t | FileCheck %s
// RUN: %deferc++ -O0 -fno-rtti %s %t.c.o -o %t.nortti
// RUN: %t.nortti | FileCheck %s
//
// Intent: a complex number panics with its type, whichever language says it and whichever
// recovers it; one of C is a std::complex in C++, and a class derived from that is not one.

#include <defer.h>

#include <complex>
#include <cstdio>
#include <string>

extern "C" void panic_in_c(int Which);
extern "C" void recover_in_c(void (*Function)());

template <typename T> static void show(const char *Name, const defer_recovered &R) {
  if (auto *V = R.get_if<std::complex<T>>())
    std::printf("%s: complex (%g, %g) %s\n", Name, double(V->real()), double(V->imag()),
                R.text().c_str());
}

static void inC(int Which) {
  defer {
    auto R = recover();
    show<float>("float", R);
    show<double>("double", R);
    show<long double>("long double", R);
    if (R.get_if<_Complex double>())
      std::puts("also as _Complex");
  };
  panic_in_c(Which);
}

struct Derived : std::complex<double> {
  using complex::complex;
};

int main() {
  // CHECK: float: complex (1, -2) (+1.000000e+000-2.000000e+000i)
  inC(0);
  // CHECK-NEXT: double: complex (1, -2) (+1.000000e+000-2.000000e+000i)
  // CHECK-NEXT: also as _Complex
  inC(1);
  // CHECK-NEXT: long double: complex (1, -2) (+1.000000e+000-2.000000e+000i)
  inC(2);
  // CHECK-NEXT: C: complex, 3 and 4
  recover_in_c([] { panic(std::complex<float>(3, 4)); });
  // CHECK-NEXT: C: complex, 3 and 4
  recover_in_c([] { panic(std::complex<double>(3, 4)); });
  // CHECK-NEXT: C: complex, 3 and 4
  recover_in_c([] { panic(std::complex<long double>(3, 4)); });
  // CHECK-NEXT: C: complex, 3 and 0
  recover_in_c([] { panic(static_cast<_Complex double>(3)); });
  // CHECK-NEXT: C: other, (Derived) 0x{{[0-9a-f]+$}}
  recover_in_c([] { panic(Derived(3, 4)); });
}
