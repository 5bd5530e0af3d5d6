//===- DeferringFrame.h - Deferring without a compiler ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A test writes a function that defers as a body and deferred lambdas:
///
///   bool Recovered = deferring([&](Defers &D) {
///     D.defer([&](void *Token) { recoverHere(Token); });
///     deferc_panic(1);
///   });
///
/// `deferring` is what compiled code of the record tiers looks like, with catch
/// handlers in the place of cleanups. A lambda gets the recover token that its
/// entry point would have asked for: the panic that calls it, or null.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNITTESTS_DEFERRINGFRAME_H
#define DEFERC_RUNTIME_UNITTESTS_DEFERRINGFRAME_H

#include "g/G.h"
#include "g/Panics.h"
#include "support/EntryPoints.h"
// A test is the program, not a part of the runtime.
#pragma clang section text = ""
#define DEFERC_NO_KEYWORDS
#include "defer.h"

#include "gtest/gtest.h"

#include <string>
#include <vector>

/// What `recover()` in the deferred function itself does.
inline defer_recovered recoverHere(void *Token) {
  return defer_recovered(__deferc_gorecover(Token));
}

/// The defer statements of one activation.
class Defers {
public:
  explicit Defers(DeferFrame &F) : F(F) {}

  /// A defer statement that runs once: at most MaxStack of them.
  template <typename Call> void defer(Call C, uint32_t Segment = 0) {
    static_assert(sizeof(Call) <= sizeof(StackRecord::Env));
    ASSERT_LT(Used, MaxStack);
    StackRecord &R = Records[Used++];
    new (R.Env) Call(C);
    __deferc_deferprocStack(&F, R.Env, run<Call>, Segment);
  }
  /// A defer statement that may run again.
  template <typename Call> void deferHeap(Call C, uint32_t Segment = 0) {
    void *Env = __deferc_newdefer(&F, sizeof(Call), alignof(Call));
    new (Env) Call(C);
    __deferc_deferproc(&F, Env, run<Call>, Segment);
  }
  DeferFrame *frame() { return &F; }

private:
  static constexpr unsigned MaxStack = 16;
  struct alignas(16) StackRecord {
    char Header[deferc::RecordHeaderSize];
    char Env[80];
  };

  template <typename Call> static void run(void *Env, bool Panicking) {
    (*static_cast<Call *>(Env))(Panicking ? __deferc_currentpanic() : nullptr);
  }

  DeferFrame &F;
  StackRecord Records[MaxStack];
  unsigned Used = 0;
};

/// Calls the body as a function that defers; true when it was recovered.
template <typename Body> __attribute__((noinline)) bool deferring(Body B) {
  DeferFrame F = {0, static_cast<char *>(__builtin_frame_address(0)) + 8,
                  nullptr, nullptr};
  Defers D(F);
  bool Recovered = false;
  try {
    try {
      B(D);
      __deferc_deferreturn(&F, 0);
      return false;
    } catch (...) {
      Recovered = __deferc_caught(&F);
      if (!Recovered) {
        __deferc_deferreturn(&F, 0);
        throw;
      }
    }
    __deferc_deferreturn(&F, 0);
  } catch (...) {
    // A deferred call of the exits above was left by a panic or an exception.
    if (!Recovered || F.Cookie)
      Recovered = __deferc_caught(&F);
    else
      Recovered = false;
    if (!Recovered) {
      __deferc_deferreturn(&F, 0);
      throw;
    }
    __deferc_deferreturn(&F, 0);
  }
  return Recovered;
}

/// What a test has seen, in order.
class Log {
public:
  void add(const std::string &Event) {
    All += (All.empty() ? "" : " ") + Event;
  }
  const std::string &all() const { return All; }

private:
  std::string All;
};

#endif // DEFERC_RUNTIME_UNITTESTS_DEFERRINGFRAME_H
