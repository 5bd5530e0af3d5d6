//===- RecordPool.h - Heap records of a g -----------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Heap records of up to a few hundred bytes come from a pool of the g, which
/// has a list of free records for each size class. Larger ones, and those with
/// unusual alignment, come from the allocator and go back to it.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_G_RECORDPOOL_H
#define DEFERC_RUNTIME_G_RECORDPOOL_H

#include "g/Record.h"
#include "support/Config.h"

#include <stddef.h>
#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

struct RecordPool {
  static constexpr unsigned Classes = 6;
  /// Bytes of a record with its environment, for each class.
  static constexpr uint64_t ClassSize[Classes] = {64, 80, 112, 176, 304, 560};
  /// An environment with a larger alignment comes from no class.
  static constexpr uint64_t Align = 16;

  Record *Free[Classes];
  uint32_t Count[Classes];

  /// The class of a record of this size; Classes when it is too large.
  static unsigned classOf(uint64_t Whole) noexcept {
    for (unsigned Class = 0; Class < Classes; ++Class)
      if (Whole <= ClassSize[Class])
        return Class;
    return Classes;
  }
};

/// A new record of the class; Classes means no class. Whole is its size with
/// the environment. Only Base, Size and SizeClass are set. Out of memory is a
/// fatal error.
DEFERC_HIDDEN Record *makeRecord(unsigned Class, uint64_t Whole,
                                 uint64_t Align) noexcept;
/// Ends the program, which asks for a record of more than all memory.
[[noreturn]] DEFERC_HIDDEN void refuseRecord() noexcept;

/// A heap record whose environment has this size and alignment: from the pool,
/// or a new one.
inline Record *takeRecord(RecordPool &Pool, uint64_t Size,
                          uint64_t Align) noexcept {
  uint64_t Whole = RecordHeaderSize + Size;
  if (DEFERC_UNLIKELY(Whole < Size))
    refuseRecord();
  unsigned Class = Align <= RecordPool::Align ? RecordPool::classOf(Whole)
                                              : RecordPool::Classes;
  if (Class == RecordPool::Classes || !Pool.Free[Class])
    return makeRecord(Class, Whole, Align);
  Record *R = Pool.Free[Class];
  Pool.Free[Class] = R->Link;
  --Pool.Count[Class];
  return R;
}

/// Gives a heap record back to the pool, or to releaseMemory() when the pool is
/// full or the record is of no class.
DEFERC_HIDDEN void freeRecord(RecordPool &Pool, Record *R) noexcept;
/// Gives all records of the pool to releaseMemory().
DEFERC_HIDDEN void emptyPool(RecordPool &Pool) noexcept;

/// Memory for heap records and boxes, from the allocator that
/// deferc_set_allocator() has set; null when there is none left.
DEFERC_HIDDEN void *allocateMemory(size_t Size, size_t Align) noexcept;
/// Gives memory of allocateMemory() back. Size is the size that was asked for.
DEFERC_HIDDEN void releaseMemory(void *Memory, size_t Size) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_G_RECORDPOOL_H
