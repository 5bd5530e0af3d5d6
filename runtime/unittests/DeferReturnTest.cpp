//===- DeferReturnTest.cpp - Registration and exits -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// deferprocStack, newdefer, deferproc, deferreturn and newbox on the normal
/// path and under C++ exceptions.
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"
#include "deferc/g.h"

#include <csetjmp>
#include <stdexcept>
#include <thread>

using deferc::G;
using deferc::thisG;

TEST(DeferReturn, RunsNewestFirst) {
  Log L;
  EXPECT_FALSE(deferring([&](Defers &D) {
    D.defer([&](void *) { L.add("1"); });
    D.deferHeap([&](void *) { L.add("2"); });
    D.defer([&](void *) { L.add("3"); });
    L.add("body");
  }));
  EXPECT_EQ(L.all(), "body 3 2 1");
}

TEST(DeferReturn, GivesNoTokenOnTheNormalPath) {
  deferring([&](Defers &D) {
    D.defer([](void *Token) { EXPECT_EQ(Token, nullptr); });
  });
}

TEST(DeferReturn, LeavesEarlierSegmentsPending) {
  Log L;
  deferring([&](Defers &D) {
    D.defer([&](void *) { L.add("outer"); }, 0);
    D.defer([&](void *) { L.add("inner"); }, 1);
    __deferc_deferreturn(D.frame(), 1);
    L.add("between");
  });
  EXPECT_EQ(L.all(), "inner between outer");
}

TEST(DeferReturn, RunsAllOfALoopWithTheirOwnOperands) {
  int Sum = 0, Last = -1;
  deferring([&](Defers &D) {
    for (int I = 0; I < 100000; ++I)
      D.deferHeap([&Sum, &Last, I](void *) { Sum += I & 1, Last = I; });
  });
  EXPECT_EQ(Sum, 50000);
  EXPECT_EQ(Last, 0);
}

TEST(DeferReturn, EndsTheFrame) {
  G *Self = thisG();
  uint32_t Before = Self->FrameCount;
  deferring([&](Defers &D) {
    D.defer([](void *) {});
    EXPECT_EQ(Self->FrameCount, Before + 1);
  });
  EXPECT_EQ(Self->FrameCount, Before);
}

TEST(DeferReturn, RunsPendingCallsUnderAnException) {
  Log L;
  EXPECT_THROW(deferring([&](Defers &D) {
                 D.defer([&](void *Token) { L.add(Token ? "token" : "none"); });
                 throw std::runtime_error("x");
               }),
               std::runtime_error);
  EXPECT_EQ(L.all(), "none");
}

TEST(DeferReturn, RunsTheRestWhenACallThrows) {
  Log L;
  EXPECT_THROW(deferring([&](Defers &D) {
                 D.defer([&](void *) { L.add("1"); });
                 D.deferHeap([&](void *) {
                   L.add("2");
                   throw std::logic_error("x");
                 });
                 D.defer([&](void *) { L.add("3"); });
               }),
               std::logic_error);
  EXPECT_EQ(L.all(), "3 2 1");
}

TEST(DeferReturn, DropsFramesThatLongjmpSkipped) {
  static jmp_buf Back;
  Log L;
  G *Self = thisG();
  uint32_t Before = Self->FrameCount;
  deferring([&](Defers &D) {
    D.defer([&](void *) { L.add("outer"); });
    if (setjmp(Back) == 0)
      deferring([&](Defers &Inner) {
        Inner.defer([&](void *) { L.add("skipped"); });
        Inner.deferHeap([&](void *) { L.add("skipped"); });
        longjmp(Back, 1);
      });
  });
  EXPECT_EQ(L.all(), "outer");
  EXPECT_EQ(Self->FrameCount, Before);
}

TEST(DeferReturn, ForgetsSkippedFramesWhenTheirPlaceIsUsedAgain) {
  static jmp_buf Back;
  static volatile int Rounds;
  G *Self = thisG();
  uint32_t Before = Self->FrameCount;
  Rounds = 0;
  setjmp(Back);
  while (Rounds < 1000) {
    Rounds = Rounds + 1;
    deferring([&](Defers &Inner) {
      Inner.deferHeap([](void *) {});
      longjmp(Back, 1);
    });
  }
  EXPECT_LE(Self->FrameCount, Before + 1);
  deferring([&](Defers &D) { D.defer([](void *) {}); });
}

TEST(DeferReturn, IsNotConfusedByAFrameThatNeverRegistered) {
  deferring([](Defers &) {});
}

TEST(NewDefer, HonoursLargeAlignmentAndSize) {
  struct alignas(256) Big {
    char Bytes[4096];
  };
  DeferFrame F = {0, static_cast<char *>(__builtin_frame_address(0)) + 8,
                  nullptr, nullptr};
  void *Env = __deferc_newdefer(&F, sizeof(Big), alignof(Big));
  EXPECT_EQ(reinterpret_cast<uintptr_t>(Env) % 256, 0u);
  memset(Env, 1, sizeof(Big));
  static bool Ran;
  __deferc_deferproc(
      &F, Env, [](void *E, bool) { Ran = static_cast<Big *>(E)->Bytes[4095]; },
      0);
  __deferc_deferreturn(&F, 0);
  EXPECT_TRUE(Ran);
}

TEST(NewDefer, RecordsOfAnUnfinishedStatementEndWithTheFrame) {
  G *Self = thisG();
  deferring([&](Defers &D) {
    D.defer([](void *) {});
    __deferc_newdefer(D.frame(), 40, 8); // Its evaluation threw.
  });
  // Given back to the pool, and taken from there again.
  uint32_t Kept = Self->Pool.Count[2];
  EXPECT_GT(Kept, 0u);
  deferring([&](Defers &D) {
    __deferc_newdefer(D.frame(), 40, 8);
    EXPECT_EQ(Self->Pool.Count[2], Kept - 1);
  });
}

TEST(NewBox, IsUsedAgainUntilItIsTaken) {
  deferring([](Defers &D) {
    void *First = __deferc_newbox(D.frame(), 24, 8, nullptr, 0);
    EXPECT_EQ(__deferc_newbox(D.frame(), 24, 8, First, 0), First);
    void *Second = __deferc_newbox(D.frame(), 24, 8, First, 1);
    EXPECT_NE(Second, First);
    void *Aligned = __deferc_newbox(D.frame(), 64, 64, nullptr, 0);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(Aligned) % 64, 0u);
  });
}

TEST(G, IsOneForEachThread) {
  G *Here = thisG();
  G *There = nullptr;
  std::thread([&] { There = thisG(); }).join();
  EXPECT_NE(Here, There);
  EXPECT_EQ(Here->Number, 1u);
}

namespace {

size_t Held;

void *allocateCounted(size_t Size, size_t Align) {
  Held += Size;
  return aligned_alloc(Align, (Size + Align - 1) / Align * Align);
}

void releaseCounted(void *Memory, size_t Size) {
  Held -= Size;
  free(Memory);
}

void useAllocator(void *(*Allocate)(size_t, size_t),
                  void (*Release)(void *, size_t)) {
  deferc_allocator A = {Allocate, Release};
  deferc_set_allocator(&A);
}

} // namespace

TEST(Allocator, HandsOutRecordsAndBoxesAndGetsAllBack) {
  useAllocator(allocateCounted, releaseCounted);
  // A g of its own has an empty pool, and gives it back at its end.
  std::thread([] {
    deferring([](Defers &D) {
      for (int I = 0; I < 100; ++I)
        D.deferHeap([](void *) {});
      __deferc_newbox(D.frame(), 1000, 64, nullptr, 0);
      EXPECT_GT(Held, 100 * deferc::RecordHeaderSize + 1000);
    });
  }).join();
  EXPECT_EQ(Held, 0u);
  useAllocator([](size_t Size, size_t) { return malloc(Size); },
               [](void *Memory, size_t) { free(Memory); });
}

TEST(GDeathTest, MustBeTheOneOfTheFrame) {
  EXPECT_EXIT(deferring([](Defers &D) {
                D.defer([](void *) {});
                deferc_g_set(deferc_g_new());
              }),
              testing::ExitedWithCode(2),
              "^fatal error: a function that defers has changed its thread or "
              "its fiber\n");
}

TEST(GDeathTest, IsNotFreedWhileItRuns) {
  EXPECT_EXIT(deferc_g_free(deferc_g_current()), testing::ExitedWithCode(2),
              "^fatal error: deferc_g_free: this g is running\n");
}
