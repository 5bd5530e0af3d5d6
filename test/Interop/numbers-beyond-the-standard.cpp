// RUN: %deferc -c -O1 -Wall -Wextra -pedantic -Werror %S/Inputs/numbers.c -o %t.c.o
// RUN: %deferc++ -std=c++17 -O1 -Wall -Wextra -pedantic -Wno-bit-int-extension -Werror %s %t.c.o -o %t
// RUN: %t | FileCheck %s
// RUN: %deferc++ -O2 -fno-rtti %s %t.c.o -o %t.nortti
// RUN: %t.nortti | FileCheck %s
// RUN: not %t crash 2>&1 | FileCheck %s --check-prefix=CRASH
//
// Intent: integers of 128 bits print their digits and keep their type; numbers of smaller
// types that the standards do not have panic as the type that holds them: all as Go prints
// numbers, from C and C++.

#include <defer.h>

#include <cstdio>
#include <string>

extern "C" void panic_in_c(int Which);

using Large = __int128;
using LargeUnsigned = unsigned __int128;

template <typename T> static void show(void (*Function)()) {
  defer {
    auto R = recover();
    std::printf("kind %d, %s, %s\n", R.kind(), R.text().c_str(),
                R.get_if<T>() ? "its type" : "another type");
  };
  Function();
}

constexpr Large Least = Large(LargeUnsigned(1) << 127);

int main(int Count, char **) {
  // CHECK: kind 8, -170141183460469231731687303715884105728, its type
  show<Large>([] { panic(Least); });
  // CHECK-NEXT: kind 8, 0, its type
  show<Large>([] { panic(Large(0)); });
  // CHECK-NEXT: kind 8, 340282366920938463463374607431768211455, its type
  show<LargeUnsigned>([] { panic(~LargeUnsigned(0)); });
  // CHECK-NEXT: kind 4, +1.500000e+000, its type
  show<float>([] { panic(static_cast<_Float16>(1.5f)); });
  // CHECK-NEXT: kind 4, -2.000000e+000, its type
  show<float>([] { panic(static_cast<__bf16>(-2.0f)); });
  // CHECK-NEXT: kind 2, -7, its type
  show<long long>([] { panic(static_cast<_BitInt(17)>(-7)); });
  // CHECK-NEXT: kind 3, 18446744073709551615, its type
  show<unsigned long long>([] { panic(static_cast<unsigned _BitInt(64)>(-1)); });

  // CHECK-NEXT: kind 8, -1000000000000000000000, its type
  show<Large>([] { panic_in_c(0); });
  // CHECK-NEXT: kind 8, 1000000000000000000000, its type
  show<LargeUnsigned>([] { panic_in_c(1); });
  // CHECK-NEXT: kind 4, +1.500000e+000, its type
  show<float>([] { panic_in_c(2); });
  // CHECK-NEXT: kind 4, -2.000000e+000, its type
  show<float>([] { panic_in_c(3); });

  if (Count > 1) {
    defer { panic(recover()); };
    panic(Least);
  }
  // CRASH: panic: -170141183460469231731687303715884105728 [recovered, repanicked]
}
