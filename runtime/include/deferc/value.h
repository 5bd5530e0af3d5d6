//===- value.h - How C++ makes a panic value --------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A part of <defer.h> for C++: a panic value is the header `__deferc_value`
/// and, behind it, an object of any type that can be copied or moved. The
/// header gets what C and a crash report see of the object, and functions for
/// the rest. Programs do not use these names.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_VALUE_H
#define DEFERC_VALUE_H

#include "deferc/recovered.h"
#include "deferc/types.h"

#include <exception>
#include <iosfwd>
#include <new>
#include <type_traits>

namespace __deferc {

//===-- The text of an object ---------------------------------------------===//

// <string> and <string_view> cost more to include than all the rest, so nothing
// here needs them. An object whose text is a string comes from a file that has
// included one of them.

/// An argument by which a call finds functions of namespace std, and which they
/// take as a string. A template, so that the look-up waits for T.
template <typename __T> struct __InStd : std::nothrow_t {
  operator const char *() const;
};

/// In place of a type whose header is not included: nothing converts to it.
template <int> struct __Undeclared {
  __Undeclared() = delete;
};

/// std::string where there is an object of T: the type of ""s, which is in an
/// inline namespace of std ([basic.string.literals]).
template <typename __T, typename = void> struct __StringFor {
  using type = __Undeclared<0>;
};
template <typename __T>
struct __StringFor<__T, std::void_t<decltype(operator""s(__InStd<__T>(), 0))>> {
  using type = decltype(operator""s(__InStd<__T>(), 0));
};

/// std::string_view, the type of ""sv ([string.view.literals]).
template <typename __T, typename = void> struct __ViewFor {
  using type = __Undeclared<1>;
};
template <typename __T>
struct __ViewFor<__T, std::void_t<decltype(operator""sv(__InStd<__T>(), 0))>> {
  using type = decltype(operator""sv(__InStd<__T>(), 0));
};

/// What the result of Error() or String() may convert to: just one of these.
template <typename __T> struct __Texts {
  static const char *choose(const char *);
  static
      typename __StringFor<__T>::type choose(typename __StringFor<__T>::type);
  static typename __ViewFor<__T>::type choose(typename __ViewFor<__T>::type);
};

/// That type, and whether there is one.
template <typename __T, typename = void> struct __Text {
  static constexpr bool exists = false;
};
template <typename __T>
struct __Text<
    __T, std::void_t<decltype(__Texts<__T>::choose(__deferc::anyOf<__T>()))>> {
  static constexpr bool exists = true;
  using type = decltype(__Texts<__T>::choose(__deferc::anyOf<__T>()));
};

/// Sends a text, which converts to the type. A null pointer is an empty text.
template <typename __As, typename __T>
void send(__deferc_sink __Sink, void *__Context, __T &&__Text) {
  const __As &__S = static_cast<__T &&>(__Text);
  if constexpr (!std::is_same_v<__As, const char *>)
    __Sink(__Context, __S.data(), __S.size());
  else if (__S)
    __Sink(__Context, __S, __builtin_strlen(__S));
}

template <typename __T, typename = void> constexpr bool __HasError = false;
template <typename __T>
constexpr bool
    __HasError<__T, std::void_t<decltype(__deferc::anyOf<__T &>().Error())>> =
        __Text<decltype(__deferc::anyOf<__T &>().Error())>::exists;

template <typename __T, typename = void> constexpr bool __HasString = false;
template <typename __T>
constexpr bool
    __HasString<__T, std::void_t<decltype(__deferc::anyOf<__T &>().String())>> =
        __Text<decltype(__deferc::anyOf<__T &>().String())>::exists;

template <typename __T, typename = void> constexpr bool __HasWhat = false;
template <typename __T>
constexpr bool __HasWhat<__T, std::void_t<decltype(static_cast<const char *>(
                                  __deferc::anyOf<__T &>().what()))>> = true;

/// Whether an object of the type, or what it points at, says its text itself.
template <typename __T> constexpr bool saysItself() {
  if constexpr (std::is_class_v<__T> || std::is_union_v<__T>)
    return __HasError<__T> || __HasWhat<__T> || __HasString<__T> ||
           std::is_convertible_v<const __T &, typename __ViewFor<__T>::type>;
  else if constexpr (std::is_pointer_v<__T>) {
    if constexpr (std::is_class_v<std::remove_pointer_t<__T>>)
      return __deferc::saysItself<std::remove_pointer_t<__T>>();
    else
      return false;
  } else
    return false;
}

/// Sends the text that the object says itself: an error first, as in Go.
template <typename __T>
void sendTextOf(__deferc_sink __Sink, void *__Context, __T &__V) {
  if constexpr (std::is_pointer_v<__T>)
    __deferc::sendTextOf(__Sink, __Context, *__V);
  else if constexpr (__HasError<__T>)
    __deferc::send<typename __Text<decltype(__V.Error())>::type>(
        __Sink, __Context, __V.Error());
  else if constexpr (__HasWhat<__T>)
    __deferc::send<const char *>(__Sink, __Context,
                                 static_cast<const char *>(__V.what()));
  else if constexpr (__HasString<__T>)
    __deferc::send<typename __Text<decltype(__V.String())>::type>(
        __Sink, __Context, __V.String());
  else
    __deferc::send<typename __ViewFor<__T>::type>(
        __Sink, __Context, static_cast<const __T &>(__V));
}

//===-- The header and the object -----------------------------------------===//

template <typename __T> struct __Holder {
  __deferc_value __Head;
  __T __Object;

  static __Holder *from(const __deferc_value *__Value) {
    return reinterpret_cast<__Holder *>(const_cast<__deferc_value *>(__Value));
  }
  static void destroy(__deferc_value *__Value) {
    from(__Value)->__Object.~__T();
  }
  static const void *exception(const __deferc_value *__Value) {
    if constexpr (std::is_convertible_v<__T *, const std::exception *>)
      return static_cast<const std::exception *>(&from(__Value)->__Object);
    else
      return nullptr;
  }
  static int text(const __deferc_value *__Value, __deferc_sink __Sink,
                  void *__Context) {
#ifdef __cpp_exceptions
    try {
      __deferc::sendTextOf(__Sink, __Context, from(__Value)->__Object);
    } catch (const std::exception &__E) {
      __deferc::send<const char *>(__Sink, __Context, __E.what());
      return 1;
    } catch (...) {
      __deferc::send<const char *>(__Sink, __Context, "an exception");
      return 1;
    }
#else
    __deferc::sendTextOf(__Sink, __Context, from(__Value)->__Object);
#endif
    return 0;
  }
};

/// Fills in what C and a crash report see of the object.
template <typename __T> void describe(__deferc_value &__Value, __T &__V) {
  if constexpr (std::is_same_v<__T, bool>) {
    __Value.kind = DEFER_BOOL;
    __Value.as.b = __V;
  } else if constexpr (__Code<__T> == 'n' || __Code<__T> == 'o') {
    __Value.kind = DEFER_OTHER; // Too large for the members.
  } else if constexpr (std::is_integral_v<__T> && std::is_signed_v<__T>) {
    __Value.kind = DEFER_INT;
    __Value.as.i = static_cast<intmax_t>(__V);
  } else if constexpr (std::is_integral_v<__T>) {
    __Value.kind = DEFER_UINT;
    __Value.as.u = static_cast<uintmax_t>(__V);
  } else if constexpr (std::is_enum_v<__T>) {
    auto __Number = static_cast<std::underlying_type_t<__T>>(__V);
    __deferc::describe(__Value, __Number);
  } else if constexpr (std::is_floating_point_v<__T>) {
    __Value.kind = DEFER_FLOAT;
    __Value.as.f = static_cast<double>(__V);
  } else if constexpr (!std::is_void_v<typename __PartOf<__T>::type>) {
    // An array of its parts, as C has it ([complex.numbers.general]).
    using __Part = typename __PartOf<__T>::type;
    auto *__Parts = reinterpret_cast<const __Part *>(&__V);
    __Value.kind = DEFER_COMPLEX;
    __Value.as.c[0] = static_cast<double>(__Parts[0]);
    __Value.as.c[1] = static_cast<double>(__Parts[1]);
  } else if constexpr (std::is_same_v<__T, const char *>) {
    __Value.kind = DEFER_STRING;
    __Value.as.s = __V;
  } else if constexpr (std::is_same_v<__T, typename __StringFor<__T>::type>) {
    __Value.kind = DEFER_STRING;
    __Value.as.s = __V.c_str();
  } else if constexpr (std::is_base_of_v<defer_runtime_error, __T>) {
    __Value.kind = DEFER_RUNTIME_ERROR;
  } else if constexpr (std::is_pointer_v<__T> &&
                       !std::is_function_v<std::remove_pointer_t<__T>>) {
    __Value.kind = DEFER_POINTER;
    __Value.as.p =
        const_cast<const void *>(static_cast<const volatile void *>(__V));
  } else if constexpr (std::is_pointer_v<__T>) {
    __Value.kind = DEFER_POINTER;
    __Value.as.p = reinterpret_cast<const void *>(__V);
  } else {
    __Value.kind = DEFER_OTHER;
  }
}

/// Whether a panic with this object is a nil panic.
template <typename __T> bool isNil([[maybe_unused]] const __T &__V) {
  if constexpr (std::is_same_v<__T, decltype(nullptr)>)
    return true;
  else if constexpr (std::is_pointer_v<__T> || std::is_member_pointer_v<__T>)
    return __V == nullptr;
  else
    return false;
}

/// A panic value with an object that is moved from \p __V. Out of memory is a
/// fatal error. Throws what the constructor of the object throws.
template <typename __T, typename __From>
__deferc_value *makeValue(__From &__V) {
  static_assert(std::is_copy_constructible_v<__T> ||
                    std::is_move_constructible_v<__T>,
                "a value to panic with must be copyable");
  auto *__H = reinterpret_cast<__Holder<__T> *>(
      __deferc_valuenew(sizeof(__Holder<__T>), alignof(__Holder<__T>)));
#ifdef __cpp_exceptions
  try {
    ::new (static_cast<void *>(&__H->__Object))
        __T(static_cast<__From &&>(__V));
  } catch (...) {
    __deferc_valuerelease(&__H->__Head);
    throw;
  }
#else
  ::new (static_cast<void *>(&__H->__Object)) __T(static_cast<__From &&>(__V));
#endif
  __H->__Head.code = __Code<__T>;
  __H->__Head.type = typeOf<__T>();
  __H->__Head.name = nameOf<__T>();
  __H->__Head.data =
      const_cast<void *>(static_cast<const volatile void *>(&__H->__Object));
  __deferc::describe(__H->__Head, __H->__Object);
  __H->__Head.destroy = &__Holder<__T>::destroy;
  if constexpr (saysItself<__T>())
    __H->__Head.text = &__Holder<__T>::text;
  if constexpr (std::is_class_v<__T>)
    __H->__Head.exception = &__Holder<__T>::exception;
  return &__H->__Head;
}

/// Panics with the value, which is moved from.
template <typename __V> __DEFERC_NORETURN void panicWith(__V &__Value) {
  static_assert(
      !__IsTooLarge<__V>,
      "a number of this type cannot be panicked with; convert it to a standard "
      "type, to `__int128` or to a text");
  using __T = typename __Kept<__V>::type;
  if constexpr (std::is_same_v<__T, defer_recovered>) {
    if (__Value.__value())
      __deferc_valueretain(__Value.__value());
    __deferc_gopanic(__Value.__value());
  } else {
    const bool __Nil = isNil<__T>(__Value);
    __deferc_gopanic(__Nil ? nullptr : makeValue<__T>(__Value));
  }
}

} // namespace __deferc

#endif // DEFERC_VALUE_H
