//===- twin.h - What the C and C++ twins of Go programs share ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plays the part of Go's library and of the checks that Go's compiler adds:
//
//   println(a, b, ...)   fmt.Println, for the kinds that the programs print
//   onThread(f)          a goroutine, and the wait until it has ended (in C++:
//                        twin-thread.h)
//   at(a, i)             a[i] that panics when i is out of range     (C++)
//   truth(b)             "true" or "false", where C has lost the type
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TEST_CONFORMANCE_TWIN_H
#define DEFERC_TEST_CONFORMANCE_TWIN_H

#include <defer.h>

#ifdef __cplusplus

#include <cstdio>
#include <cstdlib>

inline void printOne(const char *S) { std::fputs(S, stdout); }
template <typename String>
auto printOne(const String &S) -> decltype(S.c_str(), void()) {
  printOne(S.c_str());
}
inline void printOne(int I) { std::printf("%d", I); }
inline void printOne(bool B) { printOne(B ? "true" : "false"); }
inline void printOne(double D) { std::printf("%g", D); }

/// Prints the text of a recovered value, in the place of the std::string that
/// text() makes otherwise: <string> takes longer to compile than most twins.
struct Printed {
  explicit Printed(const char *S) { std::fputs(S, stdout); }
  Printed(const char *S, std::size_t Size) { std::fwrite(S, 1, Size, stdout); }
};
inline void printOne(const defer_recovered &R) {
  if (R)
    R.text<Printed>();
  else
    printOne("<nil>");
}

template <typename First, typename... Rest>
void println(const First &A, const Rest &...More) {
  printOne(A);
  ((printOne(" "), printOne(More)), ...);
  std::putchar('\n');
}

template <typename T, int Size> T &at(T (&Array)[Size], int I) {
  if (I < 0 || I >= Size) {
    char Text[80];
    std::snprintf(Text, sizeof Text,
                  "index out of range [%d] with length %d", I, Size);
    deferc_runtime_panic(Text);
  }
  return Array[I];
}

#else // C

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline const char *truth(bool B) { return B ? "true" : "false"; }

static inline void printString(const char *S) { fputs(S, stdout); }
static inline void printInt(int I) { printf("%d", I); }
static inline void printDouble(double D) { printf("%g", D); }
static inline void printRecovered(defer_recovered R) {
  printString(R.kind ? defer_text(&R) : "<nil>");
}

#define PRINT_ONE(X)                                                           \
  _Generic((X),                                                                \
      int: printInt,                                                           \
      double: printDouble,                                                     \
      defer_recovered: printRecovered,                                         \
      default: printString)(X)
#define PRINTLN_1(A) (PRINT_ONE(A), putchar('\n'))
#define PRINTLN_2(A, B) (PRINT_ONE(A), putchar(' '), PRINTLN_1(B))
#define PRINTLN_3(A, B, C) (PRINT_ONE(A), putchar(' '), PRINTLN_2(B, C))
#define PRINTLN_4(A, B, C, D) (PRINT_ONE(A), putchar(' '), PRINTLN_3(B, C, D))
#define PRINTLN_CHOSEN(A, B, C, D, NAME, ...) NAME
#define println(...)                                                           \
  PRINTLN_CHOSEN(__VA_ARGS__, PRINTLN_4, PRINTLN_3, PRINTLN_2, PRINTLN_1, )    \
  (__VA_ARGS__)

static inline void *startThread(void *Body) {
  (*(void (**)(void))Body)();
  return NULL;
}

/// The child is joined by code that no panic of the child can reach, so that
/// main adds nothing to the output of a crash.
static inline void onThread(void (*Body)(void)) {
  pthread_t Child;
  if (pthread_create(&Child, NULL, startThread, &Body))
    abort();
  pthread_join(Child, NULL);
}

#endif

#endif // DEFERC_TEST_CONFORMANCE_TWIN_H
