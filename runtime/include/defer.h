/*===- defer.h - defer, panic and recover for C and C++ -----------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* What user code includes, in C11 and later and in C++17 and later:          *|
|*                                                                            *|
|*   defer CALL;  defer { ... }      run when the function returns            *|
|*   defer_result T name = init;     the result, as deferred calls see it     *|
|*   panic(v)  panicf(fmt, ...)      start panicking                          *|
|*   recover()                       stop panicking, in a deferred function   *|
|*   goexit()                        run the deferred calls, end the thread   *|
|*                                                                            *|
|* DEFERC_NO_KEYWORDS before the include leaves these words to the program;   *|
|* _DeferC, _DeferC_result, deferc_panic, deferc_panicf, deferc_recover and   *|
|* deferc_goexit are always there. docs/LanguageReference.md says what each   *|
|* does; docs/RuntimeABI.md describes the names that begin with __deferc_.    *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_DEFER_H
#define DEFERC_DEFER_H

#ifndef __DEFERC__
#error                                                                         \
    "<defer.h> needs the deferc compiler: build this file with `deferc` (C) or `deferc++` (C++)"
#endif

#include "deferc/abi.h"

#ifdef __cplusplus
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>
#endif

/*===-- The words ---------------------------------------------------------===*/

#define _DeferC _Pragma("deferc defer") __deferc_defer
#define _DeferC_result __attribute__((annotate("deferc.result"), unused))

/* Before a function: its null pointers and divisors are checked, or are not,
   whatever -fdefer-fault-panics says. The last one counts. */
#define _DeferC_fault_panics __attribute__((annotate("deferc.fault-panics")))
#define _DeferC_no_fault_panics                                                \
  __attribute__((annotate("deferc.no-fault-panics")))

#ifndef DEFERC_NO_KEYWORDS
#if defined(defer) && defined(__STDC_VERSION_STDDEFER_H__)
#error                                                                         \
    "<defer.h> after <stddefer.h> would change `defer`: leave out one of them, or define `DEFERC_NO_KEYWORDS` before <defer.h>, which leaves `_DeferC` for its statement"
#elif defined(defer) || defined(panic) || defined(panicf) ||                   \
    defined(recover) || defined(goexit)
#error                                                                         \
    "a word of <defer.h> is a macro already (`defer`, `panic`, `panicf`, `recover` or `goexit`): `#undef` it, or define `DEFERC_NO_KEYWORDS` before <defer.h>"
#endif
#define defer _Pragma("deferc defer") __deferc_defer
#define defer_result                                                           \
  _Pragma("deferc defer_result")                                               \
      __attribute__((annotate("deferc.result"), unused))
#define defer_fault_panics                                                     \
  _Pragma("deferc defer_fault_panics")                                         \
      __attribute__((annotate("deferc.fault-panics")))
#define defer_no_fault_panics                                                  \
  _Pragma("deferc defer_no_fault_panics")                                      \
      __attribute__((annotate("deferc.no-fault-panics")))
#endif

/*===-- What the frontend makes of them -----------------------------------===*/

#ifdef __cplusplus
extern "C" {
#endif

/* None is defined anywhere, but for the last, which is the runtime's. The
   frontend declares its other markers itself. */
#define __DEFERC_MARK                                                          \
  __attribute__((error("a deferc marker reached code generation: the passes "  \
                       "did not run"),                                         \
                 nothrow))
void __deferc_form(void) __DEFERC_MARK;
void *__deferc_mark_token(void) __DEFERC_MARK;
void __deferc_unwind_noexcept(void);

#ifdef __cplusplus
} // extern "C"
#endif

/*===-- C -----------------------------------------------------------------===*/

#ifndef __cplusplus

/* What recover() returns. Borrowed: it is good until the function that called
   recover() has returned, longer with defer_retain(). */
typedef struct defer_recovered {
  int kind;
  union {
    bool b;
    intmax_t i;
    uintmax_t u;
    double f;
    double _Complex c;
    const char *s;
    const void *p;
  };
  struct __deferc_box *__box;
} defer_recovered;

defer_recovered __deferc_recover(void *__token);
/* The text a crash report would print, good as long as the value is. */
const char *defer_text(const defer_recovered *__r);
void defer_retain(const defer_recovered *__r);
void defer_release(const defer_recovered *__r);

__DEFERC_NORETURN void __deferc_panic_b(bool __v);
__DEFERC_NORETURN void __deferc_panic_c(char __v);
__DEFERC_NORETURN void __deferc_panic_a(signed char __v);
__DEFERC_NORETURN void __deferc_panic_h(unsigned char __v);
__DEFERC_NORETURN void __deferc_panic_s(short __v);
__DEFERC_NORETURN void __deferc_panic_t(unsigned short __v);
__DEFERC_NORETURN void __deferc_panic_i(int __v);
__DEFERC_NORETURN void __deferc_panic_j(unsigned __v);
__DEFERC_NORETURN void __deferc_panic_l(long __v);
__DEFERC_NORETURN void __deferc_panic_m(unsigned long __v);
__DEFERC_NORETURN void __deferc_panic_x(long long __v);
__DEFERC_NORETURN void __deferc_panic_y(unsigned long long __v);
__DEFERC_NORETURN void __deferc_panic_n(__int128 __v);
__DEFERC_NORETURN void __deferc_panic_o(unsigned __int128 __v);
__DEFERC_NORETURN void __deferc_panic_f(float __v);
__DEFERC_NORETURN void __deferc_panic_d(double __v);
__DEFERC_NORETURN void __deferc_panic_e(long double __v);
__DEFERC_NORETURN void __deferc_panic_F(float _Complex __v);
__DEFERC_NORETURN void __deferc_panic_D(double _Complex __v);
__DEFERC_NORETURN void __deferc_panic_E(long double _Complex __v);
__DEFERC_NORETURN void __deferc_panic_S(const char *__v);
__DEFERC_NORETURN void __deferc_panic_P(const void *__v);
__DEFERC_NORETURN void __deferc_panic_again(defer_recovered __r);

/* With less than SSE2 there are none. */
#ifdef __FLT16_MANT_DIG__
#define __DEFERC_SMALL_FLOATS                                                  \
  _Float16 : __deferc_panic_f, __bf16 : __deferc_panic_f,
#else
#define __DEFERC_SMALL_FLOATS
#endif

#define deferc_panic(v)                                                        \
  _Generic((v),                                                                \
      bool: __deferc_panic_b,                                                  \
      char: __deferc_panic_c,                                                  \
      signed char: __deferc_panic_a,                                           \
      unsigned char: __deferc_panic_h,                                         \
      short: __deferc_panic_s,                                                 \
      unsigned short: __deferc_panic_t,                                        \
      int: __deferc_panic_i,                                                   \
      unsigned: __deferc_panic_j,                                              \
      long: __deferc_panic_l,                                                  \
      unsigned long: __deferc_panic_m,                                         \
      long long: __deferc_panic_x,                                             \
      unsigned long long: __deferc_panic_y,                                    \
      __int128: __deferc_panic_n,                                              \
      unsigned __int128: __deferc_panic_o,                                     \
      __DEFERC_SMALL_FLOATS float: __deferc_panic_f,                           \
      double: __deferc_panic_d,                                                \
      long double: __deferc_panic_e,                                           \
      float _Complex: __deferc_panic_F,                                        \
      double _Complex: __deferc_panic_D,                                       \
      long double _Complex: __deferc_panic_E,                                  \
      char *: __deferc_panic_S,                                                \
      const char *: __deferc_panic_S,                                          \
      defer_recovered: __deferc_panic_again,                                   \
      default: __deferc_panic_P)(v)
#define deferc_recover() __deferc_recover(__deferc_mark_token())

#ifndef DEFERC_NO_KEYWORDS
#define panic(...) _Pragma("deferc panic") deferc_panic(__VA_ARGS__)
#define panicf(...) _Pragma("deferc panicf") deferc_panicf(__VA_ARGS__)
#define recover(...) _Pragma("deferc recover") deferc_recover(__VA_ARGS__)
#define goexit(...) _Pragma("deferc goexit") deferc_goexit(__VA_ARGS__)
#endif

#else /*===-- C++                                                              \
         --------------------------------------------------------===*/

/// What a fault of the program itself panics with. Its text is Go's.
class defer_runtime_error : public std::exception {
public:
  /// \p __Text follows "runtime error: ".
  explicit defer_runtime_error(const std::string &__Text)
      : __Whole("runtime error: " + __Text) {}
  const char *what() const noexcept override { return __Whole.c_str(); }

  /// An error with exactly this text.
  static defer_runtime_error withText(std::string __Text) {
    defer_runtime_error __E;
    __E.__Whole = std::move(__Text);
    return __E;
  }

private:
  defer_runtime_error() = default;
  std::string __Whole;
};

namespace __deferc {

/// A text that holds the type's name, for the runtime to cut out.
template <typename __T> constexpr const char *nameOf() {
  return __PRETTY_FUNCTION__;
}

/// The type that a value is kept as: its own, but for strings, and for numbers
/// of types that are made for storage and arithmetic, which another type holds
/// too.
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

/// The type of the parts of a complex number, void for all others.
template <typename __T> struct __PartOf {
  using type = void;
};
template <> struct __PartOf<_Complex float> {
  using type = float;
};
template <> struct __PartOf<_Complex double> {
  using type = double;
};
template <> struct __PartOf<_Complex long double> {
  using type = long double;
};
/// std::complex is told by its name, since <complex> is large.
template <template <typename> class __C, typename __F>
struct __PartOf<__C<__F>> {
  using type = std::conditional_t<
      std::is_floating_point_v<__F> &&
          std::string_view(nameOf<__C<__F>>()).find("T = std::complex<") !=
              std::string_view::npos,
      __F, void>;
};

/// The code of a builtin type that a box tells from others, 0 for all others.
template <typename __T> constexpr char codeOf() {
  using __Part = typename __PartOf<__T>::type;
  if constexpr (std::is_same_v<__T, bool>)
    return 'b';
  else if constexpr (std::is_same_v<__T, char>)
    return 'c';
  else if constexpr (std::is_same_v<__T, wchar_t>)
    return 'w';
#ifdef __cpp_char8_t
  else if constexpr (std::is_same_v<__T, char8_t>)
    return '8';
#endif
  else if constexpr (std::is_same_v<__T, char16_t>)
    return 'u';
  else if constexpr (std::is_same_v<__T, char32_t>)
    return 'U';
  else if constexpr (std::is_same_v<__T, signed char>)
    return 'a';
  else if constexpr (std::is_same_v<__T, unsigned char>)
    return 'h';
  else if constexpr (std::is_same_v<__T, short>)
    return 's';
  else if constexpr (std::is_same_v<__T, unsigned short>)
    return 't';
  else if constexpr (std::is_same_v<__T, int>)
    return 'i';
  else if constexpr (std::is_same_v<__T, unsigned>)
    return 'j';
  else if constexpr (std::is_same_v<__T, long>)
    return 'l';
  else if constexpr (std::is_same_v<__T, unsigned long>)
    return 'm';
  else if constexpr (std::is_same_v<__T, long long>)
    return 'x';
  else if constexpr (std::is_same_v<__T, unsigned long long>)
    return 'y';
  else if constexpr (std::is_same_v<__T, __int128>)
    return 'n';
  else if constexpr (std::is_same_v<__T, unsigned __int128>)
    return 'o';
  else if constexpr (std::is_same_v<__T, float>)
    return 'f';
  else if constexpr (std::is_same_v<__T, double>)
    return 'd';
  else if constexpr (std::is_same_v<__T, long double>)
    return 'e';
  else if constexpr (std::is_same_v<__Part, float>)
    return 'F';
  else if constexpr (std::is_same_v<__Part, double>)
    return 'D';
  else if constexpr (std::is_same_v<__Part, long double>)
    return 'E';
  else if constexpr (std::is_same_v<__T, const char *>)
    return 'S';
  else if constexpr (std::is_same_v<__T, void *> ||
                     std::is_same_v<__T, const void *>)
    return 'P';
  else if constexpr (std::is_same_v<__T, defer_runtime_error>)
    return 'R';
  else
    return 0;
}

template <typename __T> const void *typeOf() {
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
  return &typeid(__T);
#else
  return nullptr;
#endif
}

/// A text of any kind, as the function of a value returns it.
inline std::string toString(std::string_view __V) { return std::string(__V); }
inline std::string toString(std::string __V) { return __V; }
inline std::string toString(const char *__V) { return __V; }

template <typename __T, typename = void> struct __HasError : std::false_type {};
template <typename __T>
struct __HasError<__T, std::void_t<decltype(__deferc::toString(
                           std::declval<__T &>().Error()))>> : std::true_type {
};
template <typename __T, typename = void>
struct __HasString : std::false_type {};
template <typename __T>
struct __HasString<__T, std::void_t<decltype(__deferc::toString(
                            std::declval<__T &>().String()))>>
    : std::true_type {};
template <typename __T, typename = void> struct __HasWhat : std::false_type {};
template <typename __T>
struct __HasWhat<__T, std::void_t<decltype(static_cast<const char *>(
                          std::declval<__T &>().what()))>> : std::true_type {};

template <typename __T>
constexpr bool __HasText = __HasError<__T>::value || __HasWhat<__T>::value ||
                           __HasString<__T>::value ||
                           std::is_convertible_v<const __T &, std::string_view>;

/// The text of a value that says it itself: an error first, as in Go.
template <typename __T> std::string textOf(__T &__V) {
  if constexpr (__HasError<__T>::value)
    return __deferc::toString(__V.Error());
  else if constexpr (__HasWhat<__T>::value)
    return __V.what();
  else if constexpr (__HasString<__T>::value)
    return __deferc::toString(__V.String());
  else
    return std::string(static_cast<std::string_view>(__V));
}

template <typename __T> struct __Boxed {
  __deferc_box __Head;
  __T __Value;

  static __Boxed *from(const __deferc_box *__Box) {
    return reinterpret_cast<__Boxed *>(const_cast<__deferc_box *>(__Box));
  }
  static void destroy(__deferc_box *__Box) { from(__Box)->__Value.~__T(); }
  static const void *exception(const __deferc_box *__Box) {
    if constexpr (std::is_convertible_v<__T *, const std::exception *>)
      return static_cast<const std::exception *>(&from(__Box)->__Value);
    else
      return nullptr;
  }
  static int text(const __deferc_box *__Box, __deferc_sink __Sink,
                  void *__Context) {
#ifdef __cpp_exceptions
    try {
      send(from(__Box)->__Value, __Sink, __Context);
    } catch (const std::exception &__E) {
      __Sink(__Context, __E.what(), std::char_traits<char>::length(__E.what()));
      return 1;
    } catch (...) {
      __Sink(__Context, "an exception", sizeof "an exception" - 1);
      return 1;
    }
#else
    send(from(__Box)->__Value, __Sink, __Context);
#endif
    return 0;
  }
  static void send(__T &__V, __deferc_sink __Sink, void *__Context) {
    if constexpr (std::is_pointer_v<__T>) {
      std::string __S = __deferc::textOf(*__V);
      __Sink(__Context, __S.data(), __S.size());
    } else {
      std::string __S = __deferc::textOf(__V);
      __Sink(__Context, __S.data(), __S.size());
    }
  }
};

/// Whether a panic with this value is a nil panic.
template <typename __T> bool isNil([[maybe_unused]] const __T &__V) {
  if constexpr (std::is_same_v<__T, std::nullptr_t>)
    return true;
  else if constexpr (std::is_pointer_v<__T> || std::is_member_pointer_v<__T>)
    return __V == nullptr;
  else
    return false;
}

/// Fills in what C, and a crash report, see of the value.
template <typename __T> void describe(__deferc_box &__Box, __T &__V) {
  if constexpr (std::is_same_v<__T, bool>) {
    __Box.kind = DEFER_BOOL;
    __Box.as.b = __V;
  } else if constexpr (codeOf<__T>() == 'n' || codeOf<__T>() == 'o') {
    __Box.kind = DEFER_OTHER; // Too large for the members.
  } else if constexpr (std::is_integral_v<__T> && std::is_signed_v<__T>) {
    __Box.kind = DEFER_INT;
    __Box.as.i = static_cast<intmax_t>(__V);
  } else if constexpr (std::is_integral_v<__T>) {
    __Box.kind = DEFER_UINT;
    __Box.as.u = static_cast<uintmax_t>(__V);
  } else if constexpr (std::is_enum_v<__T>) {
    auto __Number = static_cast<std::underlying_type_t<__T>>(__V);
    __deferc::describe(__Box, __Number);
  } else if constexpr (std::is_floating_point_v<__T>) {
    __Box.kind = DEFER_FLOAT;
    __Box.as.f = static_cast<double>(__V);
  } else if constexpr (!std::is_void_v<typename __PartOf<__T>::type>) {
    // An array of its parts, as C has it ([complex.numbers.general]).
    using __Part = typename __PartOf<__T>::type;
    __Box.kind = DEFER_COMPLEX;
    __Box.as.c[0] =
        static_cast<double>(reinterpret_cast<const __Part *>(&__V)[0]);
    __Box.as.c[1] =
        static_cast<double>(reinterpret_cast<const __Part *>(&__V)[1]);
  } else if constexpr (std::is_same_v<__T, const char *>) {
    __Box.kind = DEFER_STRING;
    __Box.as.s = __V;
  } else if constexpr (std::is_same_v<__T, std::string>) {
    __Box.kind = DEFER_STRING;
    __Box.as.s = __V.c_str();
  } else if constexpr (std::is_base_of_v<defer_runtime_error, __T>) {
    __Box.kind = DEFER_RUNTIME_ERROR;
  } else if constexpr (std::is_pointer_v<__T> &&
                       !std::is_function_v<std::remove_pointer_t<__T>>) {
    __Box.kind = DEFER_POINTER;
    __Box.as.p =
        const_cast<const void *>(static_cast<const volatile void *>(__V));
  } else if constexpr (std::is_pointer_v<__T>) {
    __Box.kind = DEFER_POINTER;
    __Box.as.p = reinterpret_cast<const void *>(__V);
  } else {
    __Box.kind = DEFER_OTHER;
  }
}

template <typename __T> constexpr bool saysItself() {
  if constexpr (std::is_class_v<__T> || std::is_union_v<__T>)
    return __HasText<__T>;
  else if constexpr (std::is_pointer_v<__T>) {
    if constexpr (std::is_class_v<std::remove_pointer_t<__T>>)
      return __HasText<std::remove_pointer_t<__T>>;
    else
      return false;
  } else
    return false;
}

template <typename __T, typename __From> __deferc_box *makeBox(__From &&__V) {
  static_assert(std::is_copy_constructible_v<__T> ||
                    std::is_move_constructible_v<__T>,
                "a value to panic with must be copyable");
  auto *__B = reinterpret_cast<__Boxed<__T> *>(
      __deferc_boxnew(sizeof(__Boxed<__T>), alignof(__Boxed<__T>)));
#ifdef __cpp_exceptions
  try {
    ::new (static_cast<void *>(&__B->__Value)) __T(std::forward<__From>(__V));
  } catch (...) {
    __deferc_boxrelease(&__B->__Head);
    throw;
  }
#else
  ::new (static_cast<void *>(&__B->__Value)) __T(std::forward<__From>(__V));
#endif
  __B->__Head.code = codeOf<__T>();
  __B->__Head.type = typeOf<__T>();
  __B->__Head.name = nameOf<__T>();
  __B->__Head.data =
      const_cast<void *>(static_cast<const volatile void *>(&__B->__Value));
  __deferc::describe(__B->__Head, __B->__Value);
  __B->__Head.destroy = &__Boxed<__T>::destroy;
  if constexpr (saysItself<__T>())
    __B->__Head.text = &__Boxed<__T>::text;
  if constexpr (std::is_class_v<__T>)
    __B->__Head.exception = &__Boxed<__T>::exception;
  return &__B->__Head;
}

} // namespace __deferc

/// What recover() returns: a share of the panic's value, or nothing. True when
/// a panic was recovered.
class defer_recovered {
public:
  defer_recovered() = default;
  /// Shares a value of the runtime; null for nothing.
  explicit defer_recovered(__deferc_box *__B) : __Box(__B) {
    if (__Box)
      __deferc_boxretain(__Box);
  }
  defer_recovered(const defer_recovered &__Other)
      : defer_recovered(__Other.__Box) {}
  defer_recovered(defer_recovered &&__Other) noexcept
      : __Box(std::exchange(__Other.__Box, nullptr)) {}
  defer_recovered &operator=(defer_recovered __Other) noexcept {
    std::swap(__Box, __Other.__Box);
    return *this;
  }
  ~defer_recovered() {
    if (__Box)
      __deferc_boxrelease(__Box);
  }

  explicit operator bool() const { return __Box != nullptr; }
  friend bool operator==(const defer_recovered &__R, std::nullptr_t) {
    return !__R.__Box;
  }
  friend bool operator!=(const defer_recovered &__R, std::nullptr_t) {
    return __R.__Box;
  }
  int kind() const {
    return __Box ? __Box->kind : static_cast<int>(DEFER_NONE);
  }

  /// The value, when it has exactly the type T; else null. Strings of C and
  /// arrays have the type `const char *`.
  template <typename __T> const __T *get_if() const {
    static_assert(std::is_pointer_v<__T> ||
                      std::is_same_v<__T, typename __deferc::__Kept<__T>::type>,
                  "a panic keeps such a number as a `float`, `long long` or "
                  "`unsigned long long`; ask for that");
    if (!__Box)
      return nullptr;
    if constexpr (std::is_same_v<__T, defer_runtime_error>) {
      if (__Box->code == 'R')
        return runtimeError();
    }
    if constexpr (__deferc::codeOf<__T>() != 0)
      return __Box->code == __deferc::codeOf<__T>()
                 ? static_cast<const __T *>(__Box->data)
                 : nullptr;
    else
      return !__Box->code && hasType<__T>()
                 ? static_cast<const __T *>(__Box->data)
                 : nullptr;
  }
  /// The value, which must have exactly the type T: else panics, as a type
  /// assertion in Go does.
  template <typename __T> const __T &as() const;
  /// The value as an exception, or null when its type is none.
  const std::exception *exception() const {
    if (!__Box)
      return nullptr;
    if (__Box->code == 'R')
      return runtimeError();
    return __Box->exception
               ? static_cast<const std::exception *>(__Box->exception(__Box))
               : nullptr;
  }
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
  /// The value's type; `void` when there is none.
  const std::type_info &type() const {
    if (!__Box)
      return typeid(void);
    if (__Box->type)
      return *static_cast<const std::type_info *>(__Box->type);
    switch (__Box->code) {
    case 'b':
      return typeid(bool);
    case 'c':
      return typeid(char);
    case 'w':
      return typeid(wchar_t);
#ifdef __cpp_char8_t
    case '8':
      return typeid(char8_t);
#endif
    case 'u':
      return typeid(char16_t);
    case 'U':
      return typeid(char32_t);
    case 'a':
      return typeid(signed char);
    case 'h':
      return typeid(unsigned char);
    case 's':
      return typeid(short);
    case 't':
      return typeid(unsigned short);
    case 'i':
      return typeid(int);
    case 'j':
      return typeid(unsigned);
    case 'l':
      return typeid(long);
    case 'm':
      return typeid(unsigned long);
    case 'x':
      return typeid(long long);
    case 'y':
      return typeid(unsigned long long);
    case 'n':
      return typeid(__int128);
    case 'o':
      return typeid(unsigned __int128);
    case 'f':
      return typeid(float);
    case 'd':
      return typeid(double);
    case 'e':
      return typeid(long double);
    case 'F':
      return typeid(_Complex float);
    case 'D':
      return typeid(_Complex double);
    case 'E':
      return typeid(_Complex long double);
    case 'S':
      return typeid(const char *);
    case 'R':
      return typeid(defer_runtime_error);
    default:
      return typeid(const void *);
    }
  }
#endif
  /// The text that a crash report prints for the value; "nil" for nothing.
  std::string text() const {
    if (!__Box)
      return "nil";
    size_t __Size;
    const char *__Text = __deferc_boxtext(__Box, &__Size);
    return std::string(__Text, __Size);
  }

  __deferc_box *__box() const { return __Box; }

private:
  template <typename __T> bool hasType() const {
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
    if (__Box->type)
      return *static_cast<const std::type_info *>(__Box->type) == typeid(__T);
#endif
    return __Box->name &&
           std::string_view(__Box->name) == __deferc::nameOf<__T>();
  }

  /// The runtime makes its errors without the C++ library; the object is made
  /// here, when it is asked for.
  const defer_runtime_error *runtimeError() const {
    if (__Box->data)
      return static_cast<const defer_runtime_error *>(__Box->data);
    if (!__Box->object) {
      auto *__E =
          new defer_runtime_error(defer_runtime_error::withText(text()));
      void *__Kept = __deferc_boxattach(__Box, __E, [](void *__P) {
        delete static_cast<defer_runtime_error *>(__P);
      });
      if (__Kept != __E)
        delete __E;
    }
    return static_cast<const defer_runtime_error *>(__Box->object);
  }

  __deferc_box *__Box = nullptr;
};

namespace __deferc {
template <typename __V> __DEFERC_NORETURN void panicWith(__V &__Value) {
  static_assert(
      !__IsTooLarge<__V>,
      "a number of this type cannot be panicked with; convert it to a standard "
      "type, to `__int128` or to a text");
  using __T = typename __Kept<__V>::type;
  if constexpr (std::is_same_v<__T, defer_recovered>) {
    if (__Value.__box())
      __deferc_boxretain(__Value.__box());
    __deferc_gopanic(__Value.__box());
  } else {
    const bool __Nil = isNil<__T>(__Value);
    __deferc_gopanic(__Nil ? nullptr : makeBox<__T>(std::move(__Value)));
  }
}
} // namespace __deferc

/// Starts panicking with the value; arrays decay. A null pointer, and the empty
/// result of a recover(), are Go's nil panic. By value, so that `defer
/// panic(v)` takes it where the statement stands.
template <typename __V> __DEFERC_NORETURN void deferc_panic(__V __Value) {
  __deferc::panicWith(__Value);
}

/// Stops the panic that called the caller as a deferred function, and returns
/// its value; returns nothing anywhere else.
inline defer_recovered deferc_recover(void *__token = __deferc_mark_token()) {
  return defer_recovered(__deferc_gorecover(__token));
}

template <typename __T> const __T &defer_recovered::as() const {
  if (const __T *__V = get_if<__T>())
    return *__V;
  auto __Cut = [](std::string_view __Pretty) {
    size_t __At = __Pretty.find("T = ");
    return __At == __Pretty.npos ? std::string(__Pretty)
                                 : std::string(__Pretty.substr(
                                       __At + 4, __Pretty.size() - __At - 5));
  };
  std::string __Is = "nil";
  if (__Box)
    __Is = __Box->name ? __Cut(__Box->name) : "of another type";
  deferc_panic(defer_runtime_error::withText(
      "interface conversion: interface {} is " + __Is + ", not " +
      __Cut(__deferc::nameOf<__T>())));
}

#ifndef DEFERC_NO_KEYWORDS
template <typename __V> __DEFERC_NORETURN inline void panic(__V __Value) {
  __deferc::panicWith(__Value);
}
inline defer_recovered recover(void *__token = __deferc_mark_token()) {
  return defer_recovered(__deferc_gorecover(__token));
}
__DEFERC_NORETURN void goexit() __asm__("deferc_goexit");
__DEFERC_NORETURN __attribute__((format(printf, 1, 2))) void
panicf(const char *__Format, ...) __asm__("deferc_panicf");
#endif

#endif /* __cplusplus */
#endif /* DEFERC_DEFER_H */
