//===- types.h - What a panic value knows of its C++ type -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A part of <defer.h> for C++: the type that a value is kept as, its code, its
/// name and its std::type_info. Programs do not use these names.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TYPES_H
#define DEFERC_TYPES_H

#include "deferc/PanicTypes.def"
#include "deferc/abi.h"

#include <type_traits>
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
#include <typeinfo>
#define __DEFERC_RTTI 1
#endif

class defer_runtime_error;

namespace __deferc {

/// A text that holds the type's name as "T = NAME]".
template <typename __T> constexpr const char *nameOf() {
  return __PRETTY_FUNCTION__;
}

constexpr bool contains(const char *__Text, const char *__Part) {
  for (; *__Text; ++__Text) {
    const char *__At = __Text, *__P = __Part;
    while (*__P && *__At == *__P)
      ++__At, ++__P;
    if (!*__P)
      return true;
  }
  return false;
}

/// The type that a value is kept as. A string of C is a `const char *`. A
/// number of a type that is made for storage or arithmetic is kept as a type
/// that holds it and that C knows, too.
template <typename __T> struct __Kept {
  using type = __T;
};
template <> struct __Kept<char *> {
  using type = const char *;
};
template <int __N> struct __Kept<_BitInt(__N)> {
  using type = long long;
};
template <int __N> struct __Kept<unsigned _BitInt(__N)> {
  using type = unsigned long long;
};
#ifdef __FLT16_MANT_DIG__
template <> struct __Kept<_Float16> {
  using type = float;
};
template <> struct __Kept<__bf16> {
  using type = float;
};
#endif

/// Whether the type is one of numbers that no report can print.
template <typename __T> constexpr bool __IsTooLarge = false;
template <int __N> constexpr bool __IsTooLarge<_BitInt(__N)> = __N > 64;
template <int __N>
constexpr bool __IsTooLarge<unsigned _BitInt(__N)> = __N > 64;
#ifdef __SIZEOF_FLOAT128__
template <> constexpr inline bool __IsTooLarge<__float128> = true;
#endif

/// The type of the parts of a complex number, void for all other types.
template <typename __T> struct __PartOf {
  using type = void;
};
#define __DEFERC_PART(Code, Part)                                              \
  template <> struct __PartOf<_Complex Part> {                                 \
    using type = Part;                                                         \
  };
__DEFERC_PANIC_COMPLEX_NUMBERS(__DEFERC_PART)
#undef __DEFERC_PART
/// std::complex is known by its name, since <complex> is large.
template <template <typename> class __C, typename __F>
struct __PartOf<__C<__F>> {
  using type =
      std::conditional_t<std::is_floating_point_v<__F> &&
                             __deferc::contains(__deferc::nameOf<__C<__F>>(),
                                                "T = std::complex<"),
                         __F, void>;
};

/// The code of a complex number by the type of its parts, else 0.
template <typename __Part> constexpr char __ComplexCode = 0;
#define __DEFERC_CODE(Code, Part)                                              \
  template <> inline constexpr char __ComplexCode<Part> = #Code[0];
__DEFERC_PANIC_COMPLEX_NUMBERS(__DEFERC_CODE)
#undef __DEFERC_CODE

/// The code of the type in PanicTypes.def, 'R' of a runtime error, else 0.
template <typename __T>
constexpr char __Code = __ComplexCode<typename __PartOf<__T>::type>;
#define __DEFERC_CODE(Code, Type, ...)                                         \
  template <> inline constexpr char __Code<Type> = #Code[0];
__DEFERC_PANIC_NUMBERS(__DEFERC_CODE)
__DEFERC_PANIC_NUMBERS_OF_CXX(__DEFERC_CODE)
__DEFERC_PANIC_POINTERS(__DEFERC_CODE)
#undef __DEFERC_CODE
template <> inline constexpr char __Code<void *> = __Code<const void *>;
template <> inline constexpr char __Code<defer_runtime_error> = 'R';

/// The type's std::type_info, or null without RTTI.
template <typename __T> const void *typeOf() {
#ifdef __DEFERC_RTTI
  return &typeid(__T);
#else
  return nullptr;
#endif
}

#ifdef __DEFERC_RTTI
/// The type of a value that C has made, by its code.
template <typename __RuntimeError> const std::type_info &typeOfCode(char __C) {
  switch (__C) {
#define __DEFERC_CASE(Code, Type, ...)                                         \
  case #Code[0]:                                                               \
    return typeid(Type);
#define __DEFERC_COMPLEX_CASE(Code, Part)                                      \
  case #Code[0]:                                                               \
    return typeid(_Complex Part);
    __DEFERC_PANIC_NUMBERS(__DEFERC_CASE)
    __DEFERC_PANIC_NUMBERS_OF_CXX(__DEFERC_CASE)
    __DEFERC_PANIC_POINTERS(__DEFERC_CASE)
    __DEFERC_PANIC_COMPLEX_NUMBERS(__DEFERC_COMPLEX_CASE)
#undef __DEFERC_CASE
#undef __DEFERC_COMPLEX_CASE
  case 'R':
    return typeid(__RuntimeError);
  default:
    return typeid(const void *);
  }
}
#endif

/// In place of a std::string where <string> is not included, so that the one
/// error is about that.
struct __NoString {
  const char *c_str() const;
};

/// An expression of the type, for operands that are not evaluated.
template <typename __T> __T &&anyOf() noexcept;

/// Whether the type is complete where this is first asked for the key.
template <typename __T, typename __Key = void, typename = void>
constexpr bool __IsComplete = false;
template <typename __T, typename __Key>
constexpr bool __IsComplete<__T, __Key, std::void_t<decltype(sizeof(__T))>> =
    true;

} // namespace __deferc

#endif // DEFERC_TYPES_H
