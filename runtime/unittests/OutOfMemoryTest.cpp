//===- OutOfMemoryTest.cpp - What ends for want of memory -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Whatever the runtime needs memory for and gets none: the process ends with
/// status 2 and a text that says what could not be made. Making that text needs
/// no memory.
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"
#include "ScarceMemory.h"
#include "deferc/g.h"

#include <string>

using namespace deferc;

namespace {

/// Expects that a call, made when there is no memory, ends the process with
/// this text.
template <typename Call> void expectFatal(Call C, const std::string &Text) {
  EXPECT_EXIT(
      {
        NoMemory Here;
        C();
      },
      testing::ExitedWithCode(2), "^" + Text);
}

DeferFrame frameHere() {
  return {0, static_cast<char *>(__builtin_frame_address(0)) + 8, nullptr,
          nullptr};
}

} // namespace

TEST(OutOfMemoryDeathTest, ForADeferredCall) {
  deferring([](Defers &D) {
    D.defer([](void *) {}); // The frame is registered.
    expectFatal([&] { __deferc_newdefer(D.frame(), 5000, 8); },
                "fatal error: out of memory: cannot allocate a deferred call "
                "of 5048 bytes\n");
  });
}

TEST(OutOfMemoryDeathTest, ForADeferredCallThatNoMemoryCanHold) {
  deferring([](Defers &D) {
    D.defer([](void *) {});
    expectFatal(
        [&] { __deferc_newdefer(D.frame(), UINT64_MAX - 8, 8); },
        "fatal error: out of memory: cannot allocate a deferred call\n");
  });
}

TEST(OutOfMemoryDeathTest, ForAVariable) {
  deferring([](Defers &D) {
    D.defer([](void *) {});
    expectFatal([&] { __deferc_newbox(D.frame(), 40, 8, nullptr, 0); },
                "fatal error: out of memory: cannot allocate a variable of 40 "
                "bytes that a deferred call "
                "uses\n");
  });
}

TEST(OutOfMemoryDeathTest, ForAVariableThatNoMemoryCanHold) {
  // With its header it has a few bytes only, of which there would be enough.
  deferring([](Defers &D) {
    D.defer([](void *) {});
    EXPECT_EXIT(__deferc_newbox(D.frame(), UINT64_MAX - 8, 8, nullptr, 0),
                testing::ExitedWithCode(2),
                "^fatal error: out of memory: cannot allocate a variable of "
                "18446744073709551607 bytes");
  });
}

TEST(OutOfMemoryDeathTest, ForTheListOfFrames) {
  expectFatal(
      [G = deferc_g_new()] {
        deferc_g_set(G); // It has room for no frame yet.
        DeferFrame F = frameHere();
        __deferc_newdefer(&F, 8, 8);
      },
      "fatal error: out of memory: cannot register a deferred call \\(0 frames "
      "have some\\)\n");
}

TEST(OutOfMemoryDeathTest, ForAG) {
  expectFatal([] { deferc_g_new(); },
              "fatal error: out of memory: cannot make a g\n");
}

TEST(OutOfMemoryDeathTest, ForTheValueOfAPanic) {
  expectFatal([] { deferc_panic(1); },
              "fatal error: out of memory: cannot keep the value of a panic\n");
}

TEST(OutOfMemoryDeathTest, ForTheTextOfAValue) {
  // Longer than what the runtime has in store for texts.
  EXPECT_EXIT(
      {
        deferring([](Defers &D) {
          D.defer([](void *Token) {
            defer_recovered R = recoverHere(Token);
            NoMemory Here;
            R.text();
          });
          deferc_panic(std::string(1000, 'x'));
        });
      },
      testing::ExitedWithCode(2),
      "fatal error: out of memory: cannot print the value of a panic\n");
}

TEST(OutOfMemoryDeathTest, ForTheFuncdataOfAnObject) {
  // More descriptors than any other test has made room for.
  alignas(4) static struct {
    uint32_t Magic = FuncdataMagic;
    uint8_t Kind = FuncdataKindRecovers, Count = 0;
    uint16_t Size = 16;
    uint32_t Where = 0, Entry = 0;
  } Many[1000];
  expectFatal([] { __deferc_registerfuncdata(Many, Many + 1000); },
              "fatal error: out of memory: cannot register the funcdata of "
              ".*RuntimeTests\n");
}
