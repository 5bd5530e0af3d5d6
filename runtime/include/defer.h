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
#error "<defer.h> needs the deferc compiler: build this file with `deferc` (C) or `deferc++` (C++)"
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
#define _DeferC_no_fault_panics __attribute__((annotate("deferc.no-fault-panics")))

#ifndef DEFERC_NO_KEYWORDS
#define defer _Pragma("deferc defer") __deferc_defer
#define defer_result __attribute__((annotate("deferc.result"), unused))
#define defer_fault_panics _DeferC_fault_panics
#define defer_no_fault_panics _DeferC_no_fault_panics
#endif

/*===-- What the frontend makes of them -----------------------------------===*/

#ifdef __cplusplus
extern "C" {
#endif

/* None is defined anywhere, but for the last, which is the runtime's. */
#define __DEFERC_MARK                                                          \
  __attribute__((error("a deferc marker reached code generation: the passes "  \
                       "did not run"),                                         \
                 nothrow))
void __deferc_form(void) __DEFERC_MARK;
void __deferc_mark_begin(int __seg, int __flags, unsigned long __size)
    __DEFERC_MARK;
void __deferc_mark_split(void) __DEFERC_MARK;
void __deferc_mark_reach(const void *__variable) __DEFERC_MARK;
void __deferc_mark_end(void) __DEFERC_MARK;
void __deferc_mark_run(void *__segment);
int __deferc_mark_recovered(void *__segment, int __nreturns, void *__result,
                            unsigned long __size, int __kind) __DEFERC_MARK;
int __deferc_mark_catching(void) __DEFERC_MARK;
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
  _Float16: __deferc_panic_f, __bf16: __deferc_panic_f,
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
      __DEFERC_SMALL_FLOATS                                                    \
      float: __deferc_panic_f,                                                 \
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
#define panic(v) deferc_panic(v)
#define panicf(...) deferc_panicf(__VA_ARGS__)
#define recover() __deferc_recover(__deferc_mark_token())
#define goexit() deferc_goexit()
#endif

#else /*===-- C++ --------------------------------------------------------===*/

/// What a fault of the program itself panics with. Its text is Go's.
class defer_runtime_error : public std::exception {
public:
  /// \p Text follows "runtime error: ".
  explicit defer_runtime_error(const std::string &Text)
      : Whole("runtime error: " + Text) {}
  const char *what() const noexcept override { return Whole.c_str(); }

  /// An error with exactly this text.
  static defer_runtime_error withText(std::string Text) {
    defer_runtime_error E;
    E.Whole = std::move(Text);
    return E;
  }

private:
  defer_runtime_error() = default;
  std::string Whole;
};

namespace __deferc {

/// A text that holds the type's name, for the runtime to cut out.
template <typename T> constexpr const char *nameOf() { return __PRETTY_FUNCTION__; }

/// The type that a value is kept as: its own, but for strings, and for numbers of
/// types that are made for storage and arithmetic, which another type holds too.
template <typename T> struct Kept { using type = T; };
template <> struct Kept<char *> { using type = const char *; };
template <int N> struct Kept<_BitInt(N)> { using type = long long; };
template <int N> struct Kept<unsigned _BitInt(N)> { using type = unsigned long long; };
#ifdef __FLT16_MANT_DIG__
template <> struct Kept<_Float16> { using type = float; };
template <> struct Kept<__bf16> { using type = float; };
#endif

/// Whether the type is one of numbers that no report can print.
template <typename T> constexpr bool IsTooLarge = false;
template <int N> constexpr bool IsTooLarge<_BitInt(N)> = N > 64;
template <int N> constexpr bool IsTooLarge<unsigned _BitInt(N)> = N > 64;
#ifdef __SIZEOF_FLOAT128__
template <> constexpr inline bool IsTooLarge<__float128> = true;
#endif

/// The type of the parts of a complex number, void for all others.
template <typename T> struct PartOf { using type = void; };
template <> struct PartOf<_Complex float> { using type = float; };
template <> struct PartOf<_Complex double> { using type = double; };
template <> struct PartOf<_Complex long double> { using type = long double; };
/// std::complex is told by its name, since <complex> is large.
template <template <typename> class C, typename F> struct PartOf<C<F>> {
  using type = std::conditional_t<
      std::is_floating_point_v<F> && std::string_view(nameOf<C<F>>()).find(
                                         "T = std::complex<") != std::string_view::npos,
      F, void>;
};

/// The code of a builtin type that a box tells from others, 0 for all others.
template <typename T> constexpr char codeOf() {
  using Part = typename PartOf<T>::type;
  if constexpr (std::is_same_v<T, bool>) return 'b';
  else if constexpr (std::is_same_v<T, char>) return 'c';
  else if constexpr (std::is_same_v<T, wchar_t>) return 'w';
#ifdef __cpp_char8_t
  else if constexpr (std::is_same_v<T, char8_t>) return '8';
#endif
  else if constexpr (std::is_same_v<T, char16_t>) return 'u';
  else if constexpr (std::is_same_v<T, char32_t>) return 'U';
  else if constexpr (std::is_same_v<T, signed char>) return 'a';
  else if constexpr (std::is_same_v<T, unsigned char>) return 'h';
  else if constexpr (std::is_same_v<T, short>) return 's';
  else if constexpr (std::is_same_v<T, unsigned short>) return 't';
  else if constexpr (std::is_same_v<T, int>) return 'i';
  else if constexpr (std::is_same_v<T, unsigned>) return 'j';
  else if constexpr (std::is_same_v<T, long>) return 'l';
  else if constexpr (std::is_same_v<T, unsigned long>) return 'm';
  else if constexpr (std::is_same_v<T, long long>) return 'x';
  else if constexpr (std::is_same_v<T, unsigned long long>) return 'y';
  else if constexpr (std::is_same_v<T, __int128>) return 'n';
  else if constexpr (std::is_same_v<T, unsigned __int128>) return 'o';
  else if constexpr (std::is_same_v<T, float>) return 'f';
  else if constexpr (std::is_same_v<T, double>) return 'd';
  else if constexpr (std::is_same_v<T, long double>) return 'e';
  else if constexpr (std::is_same_v<Part, float>) return 'F';
  else if constexpr (std::is_same_v<Part, double>) return 'D';
  else if constexpr (std::is_same_v<Part, long double>) return 'E';
  else if constexpr (std::is_same_v<T, const char *>) return 'S';
  else if constexpr (std::is_same_v<T, void *> || std::is_same_v<T, const void *>)
    return 'P';
  else if constexpr (std::is_same_v<T, defer_runtime_error>) return 'R';
  else return 0;
}

template <typename T> const void *typeOf() {
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
  return &typeid(T);
#else
  return nullptr;
#endif
}

/// A text of any kind, as the function of a value returns it.
inline std::string toString(std::string_view V) { return std::string(V); }
inline std::string toString(std::string V) { return V; }
inline std::string toString(const char *V) { return V; }

template <typename T, typename = void> struct HasError : std::false_type {};
template <typename T>
struct HasError<T, std::void_t<decltype(__deferc::toString(std::declval<T &>().Error()))>>
    : std::true_type {};
template <typename T, typename = void> struct HasString : std::false_type {};
template <typename T>
struct HasString<T,
                 std::void_t<decltype(__deferc::toString(std::declval<T &>().String()))>>
    : std::true_type {};
template <typename T, typename = void> struct HasWhat : std::false_type {};
template <typename T>
struct HasWhat<T, std::void_t<decltype(static_cast<const char *>(
                      std::declval<T &>().what()))>> : std::true_type {};

template <typename T>
constexpr bool HasText = HasError<T>::value || HasWhat<T>::value ||
                         HasString<T>::value ||
                         std::is_convertible_v<const T &, std::string_view>;

/// The text of a value that says it itself: an error first, as in Go.
template <typename T> std::string textOf(T &V) {
  if constexpr (HasError<T>::value)
    return __deferc::toString(V.Error());
  else if constexpr (HasWhat<T>::value)
    return V.what();
  else if constexpr (HasString<T>::value)
    return __deferc::toString(V.String());
  else
    return std::string(static_cast<std::string_view>(V));
}

template <typename T> struct Boxed {
  __deferc_box Head;
  T Value;

  static Boxed *from(const __deferc_box *Box) {
    return reinterpret_cast<Boxed *>(const_cast<__deferc_box *>(Box));
  }
  static void destroy(__deferc_box *Box) { from(Box)->Value.~T(); }
  static const void *exception(const __deferc_box *Box) {
    if constexpr (std::is_convertible_v<T *, const std::exception *>)
      return static_cast<const std::exception *>(&from(Box)->Value);
    else
      return nullptr;
  }
  static int text(const __deferc_box *Box, __deferc_sink Sink, void *Context) {
#ifdef __cpp_exceptions
    try {
      send(from(Box)->Value, Sink, Context);
    } catch (const std::exception &E) {
      Sink(Context, E.what(), std::char_traits<char>::length(E.what()));
      return 1;
    } catch (...) {
      Sink(Context, "an exception", sizeof "an exception" - 1);
      return 1;
    }
#else
    send(from(Box)->Value, Sink, Context);
#endif
    return 0;
  }
  static void send(T &V, __deferc_sink Sink, void *Context) {
    if constexpr (std::is_pointer_v<T>) {
      std::string S = __deferc::textOf(*V);
      Sink(Context, S.data(), S.size());
    } else {
      std::string S = __deferc::textOf(V);
      Sink(Context, S.data(), S.size());
    }
  }
};

/// Whether a panic with this value is a nil panic.
template <typename T> bool isNil([[maybe_unused]] const T &V) {
  if constexpr (std::is_same_v<T, std::nullptr_t>)
    return true;
  else if constexpr (std::is_pointer_v<T> || std::is_member_pointer_v<T>)
    return V == nullptr;
  else
    return false;
}

/// Fills in what C, and a crash report, see of the value.
template <typename T> void describe(__deferc_box &Box, T &V) {
  if constexpr (std::is_same_v<T, bool>) {
    Box.kind = DEFER_BOOL;
    Box.as.b = V;
  } else if constexpr (codeOf<T>() == 'n' || codeOf<T>() == 'o') {
    Box.kind = DEFER_OTHER; // Too large for the members.
  } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
    Box.kind = DEFER_INT;
    Box.as.i = static_cast<intmax_t>(V);
  } else if constexpr (std::is_integral_v<T>) {
    Box.kind = DEFER_UINT;
    Box.as.u = static_cast<uintmax_t>(V);
  } else if constexpr (std::is_enum_v<T>) {
    auto Number = static_cast<std::underlying_type_t<T>>(V);
    __deferc::describe(Box, Number);
  } else if constexpr (std::is_floating_point_v<T>) {
    Box.kind = DEFER_FLOAT;
    Box.as.f = static_cast<double>(V);
  } else if constexpr (!std::is_void_v<typename PartOf<T>::type>) {
    // An array of its parts, as C has it ([complex.numbers.general]).
    using Part = typename PartOf<T>::type;
    Box.kind = DEFER_COMPLEX;
    Box.as.c[0] = static_cast<double>(reinterpret_cast<const Part *>(&V)[0]);
    Box.as.c[1] = static_cast<double>(reinterpret_cast<const Part *>(&V)[1]);
  } else if constexpr (std::is_same_v<T, const char *>) {
    Box.kind = DEFER_STRING;
    Box.as.s = V;
  } else if constexpr (std::is_same_v<T, std::string>) {
    Box.kind = DEFER_STRING;
    Box.as.s = V.c_str();
  } else if constexpr (std::is_base_of_v<defer_runtime_error, T>) {
    Box.kind = DEFER_RUNTIME_ERROR;
  } else if constexpr (std::is_pointer_v<T> &&
                       !std::is_function_v<std::remove_pointer_t<T>>) {
    Box.kind = DEFER_POINTER;
    Box.as.p = const_cast<const void *>(static_cast<const volatile void *>(V));
  } else if constexpr (std::is_pointer_v<T>) {
    Box.kind = DEFER_POINTER;
    Box.as.p = reinterpret_cast<const void *>(V);
  } else {
    Box.kind = DEFER_OTHER;
  }
}

template <typename T> constexpr bool saysItself() {
  if constexpr (std::is_class_v<T> || std::is_union_v<T>)
    return HasText<T>;
  else if constexpr (std::is_pointer_v<T>) {
    if constexpr (std::is_class_v<std::remove_pointer_t<T>>)
      return HasText<std::remove_pointer_t<T>>;
    else
      return false;
  } else
    return false;
}

template <typename T, typename From> __deferc_box *makeBox(From &&V) {
  static_assert(std::is_copy_constructible_v<T> || std::is_move_constructible_v<T>,
                "a value to panic with must be copyable");
  auto *B = reinterpret_cast<Boxed<T> *>(
      __deferc_boxnew(sizeof(Boxed<T>), alignof(Boxed<T>)));
#ifdef __cpp_exceptions
  try {
    ::new (static_cast<void *>(&B->Value)) T(std::forward<From>(V));
  } catch (...) {
    __deferc_boxrelease(&B->Head);
    throw;
  }
#else
  ::new (static_cast<void *>(&B->Value)) T(std::forward<From>(V));
#endif
  B->Head.code = codeOf<T>();
  B->Head.type = typeOf<T>();
  B->Head.name = nameOf<T>();
  B->Head.data = const_cast<void *>(static_cast<const volatile void *>(&B->Value));
  __deferc::describe(B->Head, B->Value);
  B->Head.destroy = &Boxed<T>::destroy;
  if constexpr (saysItself<T>())
    B->Head.text = &Boxed<T>::text;
  if constexpr (std::is_class_v<T>)
    B->Head.exception = &Boxed<T>::exception;
  return &B->Head;
}

} // namespace __deferc

/// What recover() returns: a share of the panic's value, or nothing. True when
/// a panic was recovered.
class defer_recovered {
public:
  defer_recovered() = default;
  /// Shares a value of the runtime; null for nothing.
  explicit defer_recovered(__deferc_box *B) : Box(B) {
    if (Box)
      __deferc_boxretain(Box);
  }
  defer_recovered(const defer_recovered &Other) : defer_recovered(Other.Box) {}
  defer_recovered(defer_recovered &&Other) noexcept
      : Box(std::exchange(Other.Box, nullptr)) {}
  defer_recovered &operator=(defer_recovered Other) noexcept {
    std::swap(Box, Other.Box);
    return *this;
  }
  ~defer_recovered() {
    if (Box)
      __deferc_boxrelease(Box);
  }

  explicit operator bool() const { return Box != nullptr; }
  friend bool operator==(const defer_recovered &R, std::nullptr_t) { return !R.Box; }
  friend bool operator!=(const defer_recovered &R, std::nullptr_t) { return R.Box; }
  int kind() const { return Box ? Box->kind : static_cast<int>(DEFER_NONE); }

  /// The value, when it has exactly the type T; else null. Strings of C and
  /// arrays have the type `const char *`.
  template <typename T> const T *get_if() const {
    static_assert(std::is_pointer_v<T> ||
                      std::is_same_v<T, typename __deferc::Kept<T>::type>,
                  "a panic keeps such a number as a `float`, `long long` or "
                  "`unsigned long long`; ask for that");
    if (!Box)
      return nullptr;
    if constexpr (std::is_same_v<T, defer_runtime_error>) {
      if (Box->code == 'R')
        return runtimeError();
    }
    if constexpr (__deferc::codeOf<T>() != 0)
      return Box->code == __deferc::codeOf<T>() ? static_cast<const T *>(Box->data)
                                                : nullptr;
    else
      return !Box->code && hasType<T>() ? static_cast<const T *>(Box->data) : nullptr;
  }
  /// The value, which must have exactly the type T: else panics, as a type
  /// assertion in Go does.
  template <typename T> const T &as() const;
  /// The value as an exception, or null when its type is none.
  const std::exception *exception() const {
    if (!Box)
      return nullptr;
    if (Box->code == 'R')
      return runtimeError();
    return Box->exception ? static_cast<const std::exception *>(Box->exception(Box))
                          : nullptr;
  }
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
  /// The value's type; `void` when there is none.
  const std::type_info &type() const {
    if (!Box)
      return typeid(void);
    if (Box->type)
      return *static_cast<const std::type_info *>(Box->type);
    switch (Box->code) {
    case 'b': return typeid(bool);
    case 'c': return typeid(char);
    case 'w': return typeid(wchar_t);
#ifdef __cpp_char8_t
    case '8': return typeid(char8_t);
#endif
    case 'u': return typeid(char16_t);
    case 'U': return typeid(char32_t);
    case 'a': return typeid(signed char);
    case 'h': return typeid(unsigned char);
    case 's': return typeid(short);
    case 't': return typeid(unsigned short);
    case 'i': return typeid(int);
    case 'j': return typeid(unsigned);
    case 'l': return typeid(long);
    case 'm': return typeid(unsigned long);
    case 'x': return typeid(long long);
    case 'y': return typeid(unsigned long long);
    case 'n': return typeid(__int128);
    case 'o': return typeid(unsigned __int128);
    case 'f': return typeid(float);
    case 'd': return typeid(double);
    case 'e': return typeid(long double);
    case 'F': return typeid(_Complex float);
    case 'D': return typeid(_Complex double);
    case 'E': return typeid(_Complex long double);
    case 'S': return typeid(const char *);
    case 'R': return typeid(defer_runtime_error);
    default: return typeid(const void *);
    }
  }
#endif
  /// The text that a crash report prints for the value; "nil" for nothing.
  std::string text() const {
    if (!Box)
      return "nil";
    size_t Size;
    const char *Text = __deferc_boxtext(Box, &Size);
    return std::string(Text, Size);
  }

  __deferc_box *__box() const { return Box; }

private:
  template <typename T> bool hasType() const {
#if defined(__GXX_RTTI) || defined(__cpp_rtti)
    if (Box->type)
      return *static_cast<const std::type_info *>(Box->type) == typeid(T);
#endif
    return Box->name && std::string_view(Box->name) == __deferc::nameOf<T>();
  }

  /// The runtime makes its errors without the C++ library; the object is made
  /// here, when it is asked for.
  const defer_runtime_error *runtimeError() const {
    if (Box->data)
      return static_cast<const defer_runtime_error *>(Box->data);
    if (!Box->object) {
      auto *E = new defer_runtime_error(defer_runtime_error::withText(text()));
      void *Kept = __deferc_boxattach(
          Box, E, [](void *P) { delete static_cast<defer_runtime_error *>(P); });
      if (Kept != E)
        delete E;
    }
    return static_cast<const defer_runtime_error *>(Box->object);
  }

  __deferc_box *Box = nullptr;
};

namespace __deferc {
template <typename V> __DEFERC_NORETURN void panicWith(V &Value) {
  static_assert(!IsTooLarge<V>,
                "a number of this type cannot be panicked with; convert it to a standard "
                "type, to `__int128` or to a text");
  using T = typename Kept<V>::type;
  if constexpr (std::is_same_v<T, defer_recovered>) {
    if (Value.__box())
      __deferc_boxretain(Value.__box());
    __deferc_gopanic(Value.__box());
  } else {
    const bool Nil = isNil<T>(Value);
    __deferc_gopanic(Nil ? nullptr : makeBox<T>(std::move(Value)));
  }
}
} // namespace __deferc

/// Starts panicking with the value; arrays decay. A null pointer, and the empty
/// result of a recover(), are Go's nil panic. By value, so that `defer panic(v)`
/// takes it where the statement stands.
template <typename V> __DEFERC_NORETURN void deferc_panic(V Value) {
  __deferc::panicWith(Value);
}

/// Stops the panic that called the caller as a deferred function, and returns
/// its value; returns nothing anywhere else.
inline defer_recovered deferc_recover(void *__token = __deferc_mark_token()) {
  return defer_recovered(__deferc_gorecover(__token));
}

template <typename T> const T &defer_recovered::as() const {
  if (const T *V = get_if<T>())
    return *V;
  auto Cut = [](std::string_view Pretty) {
    size_t At = Pretty.find("T = ");
    return At == Pretty.npos ? std::string(Pretty)
                             : std::string(Pretty.substr(At + 4, Pretty.size() - At - 5));
  };
  std::string Is = "nil";
  if (Box)
    Is = Box->name ? Cut(Box->name) : "of another type";
  deferc_panic(defer_runtime_error::withText("interface conversion: interface {} is " +
                                             Is + ", not " +
                                             Cut(__deferc::nameOf<T>())));
}

#ifndef DEFERC_NO_KEYWORDS
template <typename V> __DEFERC_NORETURN inline void panic(V Value) {
  __deferc::panicWith(Value);
}
inline defer_recovered recover(void *__token = __deferc_mark_token()) {
  return defer_recovered(__deferc_gorecover(__token));
}
__DEFERC_NORETURN void goexit() __asm__("deferc_goexit");
__DEFERC_NORETURN __attribute__((format(printf, 1, 2))) void
panicf(const char *Format, ...) __asm__("deferc_panicf");
#endif

#endif /* __cplusplus */
#endif /* DEFERC_DEFER_H */
