//===- recover.cpp - What a recovered panic costs -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Compares panic and recover with throw and catch over the same frames, and
/// prints a table. Three stacks:
///
///   chain      each frame is of another function, none has a cleanup
///   recursion  all frames are of one function, without a cleanup
///   destructor each frame is of another function and has a destructor
///
/// Runs of the two alternate, so that a change of the machine's speed affects
/// both. The figures are medians. For a profiler, `recover N [panic|throw]
/// [chain|...]` makes 1,000 rounds of one of them over N frames.
///
//===----------------------------------------------------------------------===//

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <defer.h>
#include <vector>

namespace {

/// What a frame does at its call, so that nothing of it is optimised away.
volatile int Sink;

struct Cleanup {
  ~Cleanup() { Sink = Sink + 1; }
};

[[gnu::noinline]] void raise(bool Panics) {
  if (Panics)
    panic(42);
  throw 42;
}

template <int N> [[gnu::noinline]] int chain(bool Panics) {
  if constexpr (N == 1)
    raise(Panics);
  else
    Sink = chain<N - 1>(Panics);
  return Sink + N;
}

[[gnu::noinline]] int recursion(int N, bool Panics) {
  if (N == 1)
    raise(Panics);
  else
    Sink = recursion(N - 1, Panics);
  return Sink + N;
}

template <int N> [[gnu::noinline]] int destructor(bool Panics) {
  Cleanup C;
  if constexpr (N == 1)
    raise(Panics);
  else
    Sink = destructor<N - 1>(Panics);
  return Sink + N;
}

using Stack = void (*)(bool);

template <int N> void callChain(bool Panics) { chain<N>(Panics); }
template <int N> void callRecursion(bool Panics) { recursion(N, Panics); }
template <int N> void callDestructor(bool Panics) { destructor<N>(Panics); }

[[gnu::noinline]] void recovers(Stack S) {
  defer {
    if (auto R = recover())
      Sink = 0;
  };
  S(true);
}

[[gnu::noinline]] void catches(Stack S) {
  try {
    S(false);
  } catch (int) {
    Sink = 0;
  }
}

void run(Stack S, bool Panics, int Rounds) {
  for (int I = 0; I < Rounds; ++I)
    Panics ? recovers(S) : catches(S);
}

double nanosecondsEach(Stack S, bool Panics, int Rounds) {
  using Clock = std::chrono::steady_clock;
  auto Begin = Clock::now();
  run(S, Panics, Rounds);
  std::chrono::duration<double, std::nano> Time = Clock::now() - Begin;
  return Time.count() / Rounds;
}

double median(std::vector<double> &Times) {
  auto Middle = Times.begin() + Times.size() / 2;
  std::nth_element(Times.begin(), Middle, Times.end());
  return *Middle;
}

struct Case {
  const char *Name;
  int Frames;
  Stack S;
};

constexpr Case Cases[] = {
    {"chain", 1, callChain<1>},
    {"chain", 10, callChain<10>},
    {"chain", 100, callChain<100>},
    {"chain", 1000, callChain<1000>},
    {"recursion", 1, callRecursion<1>},
    {"recursion", 10, callRecursion<10>},
    {"recursion", 100, callRecursion<100>},
    {"recursion", 1000, callRecursion<1000>},
    {"destructor", 1, callDestructor<1>},
    {"destructor", 10, callDestructor<10>},
    {"destructor", 100, callDestructor<100>},
    {"destructor", 1000, callDestructor<1000>},
};

void measure(const Case &C) {
  constexpr int Runs = 41, WorkOfARun = 4000;
  int Rounds = WorkOfARun / (C.Frames + 4) + 1;
  std::vector<double> Panics, Throws;
  for (int I = 0; I < Runs; ++I) {
    Panics.push_back(nanosecondsEach(C.S, true, Rounds));
    Throws.push_back(nanosecondsEach(C.S, false, Rounds));
  }
  double Panic = median(Panics), Throw = median(Throws);
  std::printf("%-10s %6d %12.0f %12.0f %8.2f\n", C.Name, C.Frames, Panic, Throw,
              Panic / Throw);
}

} // namespace

int main(int Count, char **Arguments) {
  if (Count == 4) {
    for (const Case &C : Cases)
      if (C.Frames == std::atoi(Arguments[1]) &&
          !std::strcmp(C.Name, Arguments[3]))
        run(C.S, !std::strcmp(Arguments[2], "panic"), 1000);
    return 0;
  }
  std::printf("%-10s %6s %12s %12s %8s\n", "stack", "frames", "recover, ns",
              "catch, ns", "ratio");
  for (const Case &C : Cases)
    measure(C);
}
