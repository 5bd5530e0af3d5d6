//===- FrameRowsTest.cpp - Steps of ours against the unwinder's -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The unwinder is the measure: over the same stack, our steps must come to the
/// same frames with the same registers, as far as they go; and they must go as
/// far as rows of the ordinary form do.
///
//===----------------------------------------------------------------------===//

#include "unwind/FrameRows.h"
#include "DeferringFrame.h"

#include <alloca.h>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace deferc;

namespace {

std::vector<StackFrame> Unwound;
size_t Stepped;
bool ReachedTheEnd;

_Unwind_Reason_Code add(_Unwind_Context *Context, void *) {
  StackFrame F = {};
  readFrame(Context, F);
  if (!F.IP)
    return _URC_END_OF_STACK;
  Unwound.push_back(F);
  return _URC_NO_REASON;
}

/// Compares all steps from the caller's frame on.
[[gnu::noinline]] void compare() {
  Unwound.clear();
  _Unwind_Backtrace(add, nullptr);
  ASSERT_FALSE(Unwound.empty());
  FrameRows Rows;
  StackFrame F = Unwound[0], Caller = {};
  for (Stepped = 0;; ++Stepped) {
    const StackFrame &Expected = Unwound[Stepped];
    EXPECT_EQ(F.IP, Expected.IP);
    EXPECT_EQ(F.SP, Expected.SP);
    EXPECT_EQ(F.RBX, Expected.RBX);
    EXPECT_EQ(F.RBP, Expected.RBP);
    EXPECT_EQ(F.R12, Expected.R12);
    EXPECT_EQ(F.R13, Expected.R13);
    EXPECT_EQ(F.R14, Expected.R14);
    EXPECT_EQ(F.R15, Expected.R15);
    FrameRow *Row = Rows.find(F.IP);
    if (!Row)
      break;
    describe(*Row, F);
    EXPECT_EQ(F.Region, functionStart(F.IP));
    EXPECT_GT(F.RegionEnd, F.IP);
    if (Row->Steps) {
      EXPECT_EQ(F.LSDA, Expected.LSDA);
    }
    ReachedTheEnd = Row->IsOutermost;
    if (!stepFrame(*Row, F, Caller))
      break;
    F = Caller;
    ASSERT_LT(Stepped + 1, Unwound.size());
  }
}

/// Other values in the registers of each frame.
[[gnu::noinline]] int recurse(int N, const std::function<void()> &Then) {
  volatile int A = N, B = A * 3, C = B ^ 5, D = C + A, E = D - B;
  int Sum = A + B + C + D + E;
  if (N == 0)
    Then();
  else
    Sum += recurse(N - 1, Then);
  return Sum + A + B + C + D + E;
}

[[gnu::noinline]] void dynamicFrame(int Size,
                                    const std::function<void()> &Then) {
  auto *P = static_cast<volatile char *>(alloca(Size));
  P[Size - 1] = 1;
  Then();
  P[0] = 2;
}

[[gnu::noinline]] void alignedFrame(int Size,
                                    const std::function<void()> &Then) {
  alignas(128) volatile char Big[256];
  auto *P = static_cast<volatile char *>(alloca(Size));
  Big[0] = 1;
  P[0] = 1;
  Then();
  P[0] = Big[1];
}

struct Quiet {
  ~Quiet() { asm volatile(""); }
};

const std::function<void()> *ToCall;

int order(const void *, const void *) {
  (*ToCall)();
  return 0;
}

[[gnu::noinline]] void throughTheCLibrary(const std::function<void()> &Then) {
  Quiet Q;
  int Two[] = {2, 1};
  ToCall = &Then;
  qsort(Two, 2, sizeof *Two, order);
}

void onSignal(int) { compare(); }

} // namespace

TEST(FrameRows, StepAsTheUnwinderDoes) {
  recurse(100, [] {
    dynamicFrame(1000, [] {
      alignedFrame(77, [] { throughTheCLibrary([] { compare(); }); });
    });
  });
  EXPECT_TRUE(ReachedTheEnd);
  EXPECT_GT(Stepped, 110u);
}

TEST(FrameRows, StepToTheStartOfAThread) {
  std::thread([] { recurse(3, compare); }).join();
  EXPECT_TRUE(ReachedTheEnd);
}

TEST(FrameRows, LeaveTheFrameOfASignalHandlerToTheUnwinder) {
  auto *Old = signal(SIGUSR1, onSignal);
  raise(SIGUSR1);
  signal(SIGUSR1, Old);
  EXPECT_FALSE(ReachedTheEnd);
  EXPECT_LT(Stepped, 3u);
}

TEST(FrameRows, StepOverTheFramesOfAPanic) {
  EXPECT_TRUE(deferring([](Defers &D) {
    D.defer([](void *Token) {
      compare();
      recoverHere(Token);
    });
    recurse(10, [] { deferc_panic(1); });
  }));
  EXPECT_TRUE(ReachedTheEnd);
}

TEST(FrameRows, KnowNoFunctionWhereThereIsNone) {
  static const char Data[64] = {};
  FrameRows Rows;
  EXPECT_EQ(Rows.find(reinterpret_cast<uintptr_t>(Data + 32)), nullptr);
  EXPECT_EQ(Rows.find(16), nullptr);
}

TEST(FrameRows, PanicsOfASignalHandlerAreRecoveredBeyondIt) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    struct sigaction Action = {}, Old;
    Action.sa_handler = [](int) { recurse(3, [] { deferc_panic("signal"); }); };
    Action.sa_flags = SA_NODEFER;
    sigaction(SIGUSR2, &Action, &Old);
    recurse(3, [] { raise(SIGUSR2); });
  }));
  EXPECT_EQ(L.all(), "signal");
}
