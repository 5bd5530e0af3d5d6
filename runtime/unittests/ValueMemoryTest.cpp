//===- ValueMemoryTest.cpp - Memory for panics in signal handlers ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "value/ValueMemory.h"

#include <cstdint>
#include <cstring>
#include <gtest/gtest.h>
#include <set>
#include <vector>

TEST(ValueMemory, IsUsedAgainOnceGivenBack) {
  void *First = __deferc_valuememory(100, 8);
  __deferc_freevaluememory(First);
  EXPECT_EQ(__deferc_valuememory(256, 64), First);
  __deferc_freevaluememory(First);
}

TEST(ValueMemory, OfManyPiecesIsApart) {
  std::vector<char *> Pieces;
  for (int I = 0; I != 600; ++I) {
    Pieces.push_back(static_cast<char *>(__deferc_valuememory(256, 16)));
    memset(Pieces.back(), I, 256);
  }
  EXPECT_EQ(std::set<char *>(Pieces.begin(), Pieces.end()).size(), 600u);
  for (int I = 0; I != 600; ++I) {
    EXPECT_EQ(Pieces[I][0], char(I));
    EXPECT_EQ(Pieces[I][255], char(I));
    __deferc_freevaluememory(Pieces[I]);
  }
}

TEST(ValueMemory, HasTheAlignmentAskedFor) {
  for (size_t Align = 1; Align <= 4096; Align *= 2) {
    void *Memory = __deferc_valuememory(40, Align);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(Memory) % Align, 0u);
    __deferc_freevaluememory(Memory);
  }
}

TEST(ValueMemory, OfNullIsIgnored) { __deferc_freevaluememory(nullptr); }
