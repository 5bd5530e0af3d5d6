//===- valuememory.cpp - Memory for panics in signal handlers -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Where the g of a thread, the values of panics, their texts and the exception
/// objects of C come from. A signal handler may panic and recover while the
/// thread that it interrupted is anywhere, so in the middle of malloc() too.
/// Small pieces therefore come from static blocks, which are taken and given
/// back by one atomic operation on a word of bits.
///
/// A piece that is larger than a block, or one more than there are blocks,
/// comes from malloc(). A panic holds two or three pieces until it is recovered
/// and its value is dropped.
///
//===----------------------------------------------------------------------===//

#include "value/ValueMemory.h"
#include "support/Config.h"

#include <stdint.h>
#include <stdlib.h>

namespace {

constexpr size_t BlockSize = 256, BlockAlign = 64;
constexpr unsigned BlocksInWord = 64, Words = 4;

struct alignas(BlockAlign) Block {
  char Bytes[BlockSize];
};

Block Blocks[Words * BlocksInWord];
uint64_t Taken[Words]; ///< A bit for each block.

void *takeBlock(unsigned Word) noexcept {
  uint64_t Bits = __atomic_load_n(&Taken[Word], __ATOMIC_RELAXED);
  while (~Bits) {
    unsigned I = __builtin_ctzll(~Bits);
    if (__atomic_compare_exchange_n(&Taken[Word], &Bits, Bits | 1ull << I, true,
                                    __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
      return &Blocks[Word * BlocksInWord + I];
  }
  return nullptr;
}

} // namespace

extern "C" void *__deferc_valuememory(size_t Size, size_t Align) {
  if (Size <= BlockSize && Align <= BlockAlign)
    for (unsigned Word = 0; Word < Words; ++Word)
      if (void *Memory = takeBlock(Word))
        return Memory;
  if (Align <= alignof(max_align_t))
    return malloc(Size);
  void *Memory = nullptr;
  return posix_memalign(&Memory, Align, Size) == 0 ? Memory : nullptr;
}

extern "C" void __deferc_freevaluememory(void *Memory) {
  size_t Offset =
      static_cast<char *>(Memory) - reinterpret_cast<char *>(Blocks);
  if (Offset >= sizeof Blocks)
    return free(Memory);
  size_t I = Offset / BlockSize;
  __atomic_fetch_and(&Taken[I / BlocksInWord], ~(1ull << I % BlocksInWord),
                     __ATOMIC_RELEASE);
}
