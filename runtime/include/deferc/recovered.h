/*===- recovered.h - What recover() returns -----------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* A part of <defer.h>: `defer_recovered`, and for C++ `defer_runtime_error`. *|
|* docs/LanguageReference.md, "What recover returns".                         *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_RECOVERED_H
#define DEFERC_RECOVERED_H

#include "deferc/abi.h"

#ifndef __cplusplus

/* A panic value, or nothing: then kind is DEFER_NONE, which is 0. Kind says
   which member holds the value. What the members point at is borrowed: it is
   good until the function that called recover() has returned, and longer with
   defer_retain(). */
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
  struct __deferc_value *__value;
} defer_recovered;

/* The text that a crash report would print, "nil" for nothing. Good as long as
   the value is. The first call for a value allocates. */
const char *defer_text(const defer_recovered *__r);
/* Keep the value until as many calls of defer_release() have been made. Neither
   allocates, locks or unwinds; the last release frees the value. */
void defer_retain(const defer_recovered *__r);
void defer_release(const defer_recovered *__r);

defer_recovered __deferc_recover(void *__token);

#else // C++

#include "deferc/types.h"

#include <exception>
#include <iosfwd>

/// What a fault of the program itself panics with, and a failed as<T>(). A
/// share of one text: copying neither allocates nor throws.
class defer_runtime_error : public std::exception {
public:
  /// Its text is Go's: "runtime error: " and \p __Text, which is copied. Out of
  /// memory is a fatal error.
  explicit defer_runtime_error(const char *__Text)
      : __Value(__deferc_valueruntime("runtime error: ", __Text)) {}
  /// The same for a std::string.
  template <typename __String,
            typename = decltype(static_cast<const char *>(
                __deferc::anyOf<const __String &>().c_str()))>
  explicit defer_runtime_error(const __String &__Text)
      : defer_runtime_error(__Text.c_str()) {}

  defer_runtime_error(const defer_runtime_error &__Other) noexcept
      : std::exception(__Other), __Value(__Other.__Value) {
    __deferc_valueretain(__Value);
  }
  defer_runtime_error &operator=(const defer_runtime_error &__Other) noexcept {
    __deferc_valueretain(__Other.__Value);
    __deferc_valuerelease(__Value);
    __Value = __Other.__Value;
    return *this;
  }
  ~defer_runtime_error() override { __deferc_valuerelease(__Value); }

  const char *what() const noexcept override {
    size_t __Size;
    return __deferc_valuetext(__Value, &__Size);
  }

private:
  friend class defer_recovered;
  /// Takes over a reference.
  explicit defer_runtime_error(__deferc_value *__V) : __Value(__V) {}

  __deferc_value *__Value;
};

/// What recover() returns: a share of the panic value, or nothing. True when a
/// panic was recovered. Copying counts a reference: it neither allocates nor
/// throws.
class defer_recovered {
public:
  defer_recovered() = default;
  /// Shares a value of the runtime; null for nothing.
  explicit defer_recovered(__deferc_value *__V) : __Value(__V) {
    if (__Value)
      __deferc_valueretain(__Value);
  }
  defer_recovered(const defer_recovered &__Other)
      : defer_recovered(__Other.__Value) {}
  defer_recovered(defer_recovered &&__Other) noexcept
      : __Value(__Other.__Value) {
    __Other.__Value = nullptr;
  }
  defer_recovered &operator=(defer_recovered __Other) noexcept {
    __deferc_value *__Old = __Value;
    __Value = __Other.__Value;
    __Other.__Value = __Old;
    return *this;
  }
  ~defer_recovered() {
    if (__Value)
      __deferc_valuerelease(__Value);
  }

  explicit operator bool() const { return __Value != nullptr; }
  friend bool operator==(const defer_recovered &__R, decltype(nullptr)) {
    return !__R.__Value;
  }
  friend bool operator!=(const defer_recovered &__R, decltype(nullptr)) {
    return __R.__Value;
  }
  /// One of DEFER_*; DEFER_NONE for nothing.
  int kind() const {
    return __Value ? __Value->kind : static_cast<int>(DEFER_NONE);
  }

  /// The value, when it has exactly the type T; else null. Good as long as this
  /// share. Strings of C and arrays have the type `const char *`.
  template <typename __T> const __T *get_if() const {
    static_assert(std::is_pointer_v<__T> ||
                      std::is_same_v<__T, typename __deferc::__Kept<__T>::type>,
                  "a panic keeps such a number as a `float`, `long long` or "
                  "`unsigned long long`; ask for that");
    if (!__Value)
      return nullptr;
    if constexpr (std::is_same_v<__T, defer_runtime_error>) {
      if (__Value->code == 'R')
        return runtimeError();
    }
    if (__Value->code != __deferc::__Code<__T>)
      return nullptr;
    if constexpr (__deferc::__Code<__T> == 0) {
      if (!hasType<__T>())
        return nullptr;
    }
    return static_cast<const __T *>(__Value->data);
  }

  /// The value, which must have exactly the type T: else panics with a runtime
  /// error, as a type assertion of Go does.
  template <typename __T> const __T &as() const {
    if (const __T *__V = get_if<__T>())
      return *__V;
    __deferc_panicdottype(__Value, __deferc::nameOf<__T>());
  }

  /// The value as an exception, when its type is derived from std::exception
  /// without ambiguity; else null. Good as long as this share.
  const std::exception *exception() const {
    if (!__Value)
      return nullptr;
    if (__Value->code == 'R')
      return runtimeError();
    return __Value->exception ? static_cast<const std::exception *>(
                                    __Value->exception(__Value))
                              : nullptr;
  }

#ifdef __DEFERC_RTTI
  /// The value's type; `void` for nothing.
  const std::type_info &type() const {
    if (!__Value)
      return typeid(void);
    if (__Value->type)
      return *static_cast<const std::type_info *>(__Value->type);
    return __deferc::typeOfCode<defer_runtime_error>(__Value->code);
  }
#endif

  /// The text that a crash report prints for the value, as a std::string; "nil"
  /// for nothing. A file that calls it includes <string>. Allocates.
  template <typename __String = std::string,
            std::enable_if_t<__deferc::__IsComplete<__String>, int> = 0>
  __String text() const {
    if (!__Value)
      return __String("nil");
    size_t __Size;
    const char *__Text = __deferc_valuetext(__Value, &__Size);
    return __String(__Text, __Size);
  }
  template <typename __String = std::string,
            std::enable_if_t<!__deferc::__IsComplete<__String>, int> = 0>
  __deferc::__NoString
  text() const = delete ("it returns a std::string; include <string>");

  /// The runtime's value, null for nothing.
  __deferc_value *__value() const { return __Value; }

private:
  template <typename __T> bool hasType() const {
#ifdef __DEFERC_RTTI
    if (__Value->type)
      return *static_cast<const std::type_info *>(__Value->type) == typeid(__T);
#endif
    return __Value->name &&
           !__builtin_strcmp(__Value->name, __deferc::nameOf<__T>());
  }

  /// The runtime makes its errors without the C++ library. The object is made
  /// here, when somebody asks for it.
  const defer_runtime_error *runtimeError() const {
    if (__Value->data)
      return static_cast<const defer_runtime_error *>(__Value->data);
    if (!__Value->object) {
      size_t __Size;
      auto *__E = new defer_runtime_error(
          __deferc_valueruntime("", __deferc_valuetext(__Value, &__Size)));
      void *__Has = __deferc_valueattach(__Value, __E, [](void *__P) {
        delete static_cast<defer_runtime_error *>(__P);
      });
      if (__Has != __E)
        delete __E;
    }
    return static_cast<const defer_runtime_error *>(__Value->object);
  }

  __deferc_value *__Value = nullptr;
};

#endif /* __cplusplus */
#endif /* DEFERC_RECOVERED_H */
