// RUN: %deferc -c %S/Inputs/builtin-panic-types.c -o %t.o
// RUN: %deferc++ -std=c++20 %s %t.o -o %t && %t
// RUN: %deferc++ -std=c++17 %s %t.o -o %t && %t
//
// Intent: a value of each builtin type that C panics with has that type, its kind and its
// number in C++, the same as a value of this type that C++ panics with.

#include <defer.h>
#include <stdio.h>

static int Wrong;

template <typename T, typename F>
static void check(const char *Name, F Panics, int Kind, T Value) {
  defer {
    auto R = recover();
    const T *Has = R.get_if<T>();
    if (R.kind() != Kind || R.type() != typeid(T) || !Has || *Has != Value) {
      printf("%s: kind %d, type %s\n", Name, R.kind(), R.type().name());
      Wrong = 1;
    }
  };
  Panics();
}

#define TYPE(Name, Type, Kind, Value)                                          \
  extern "C" void panicWith_##Name();
#include "Inputs/builtin-panic-types.def"

int main() {
#define TYPE(Name, Type, Kind, Value)                                          \
  check<Type>(#Name " of C", panicWith_##Name, Kind, Value);                   \
  check<Type>(#Name " of C++", [] { panic(static_cast<Type>(Value)); }, Kind,  \
              Value);
#include "Inputs/builtin-panic-types.def"
  check<wchar_t>("wchar_t", [] { panic(L'w'); }, DEFER_INT, L'w');
  check<char16_t>("char16_t", [] { panic(u'u'); }, DEFER_UINT, u'u');
  check<char32_t>("char32_t", [] { panic(U'U'); }, DEFER_UINT, U'U');
#ifdef __cpp_char8_t
  check<char8_t>("char8_t", [] { panic(u8'8'); }, DEFER_UINT, u8'8');
#endif
  return Wrong;
}
