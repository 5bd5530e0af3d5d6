//===- recordpool.cpp - Heap records of a g -------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements RecordPool.h, but for what every heap record goes through.
///
//===----------------------------------------------------------------------===//

#include "g/RecordPool.h"
#include "support/Fatal.h"

namespace deferc {
namespace {

/// Free records that the pool keeps in each class.
constexpr uint32_t PoolKeeps = 1024;

void *allocate(uint64_t Size) noexcept {
  void *P = allocateMemory(Size, RecordPool::Align);
  if (!P)
    fatal("out of memory: cannot allocate a deferred call of %llu bytes",
          static_cast<unsigned long long>(Size));
  return P;
}

} // namespace

Record *makeRecord(unsigned Class, uint64_t Whole, uint64_t Align) noexcept {
  if (Class < RecordPool::Classes) {
    uint64_t Size = RecordPool::ClassSize[Class];
    auto *R = static_cast<Record *>(allocate(Size));
    R->Base = R;
    R->Size = Size;
    R->SizeClass = Class + 1;
    return R;
  }
  // The environment, not the record, has the alignment asked for.
  uint64_t Slack = Align > RecordPool::Align ? Align : 0;
  void *Base = allocate(Whole + Slack);
  uintptr_t Env = reinterpret_cast<uintptr_t>(Base) + RecordHeaderSize;
  if (Slack)
    Env = (Env + Align - 1) & ~(Align - 1);
  Record *R = Record::of(reinterpret_cast<void *>(Env));
  R->Base = Base;
  R->Size = Whole + Slack;
  R->SizeClass = RecordPool::Classes + 1;
  return R;
}

void refuseRecord() noexcept {
  fatal("out of memory: cannot allocate a deferred call");
}

void freeRecord(RecordPool &Pool, Record *R) noexcept {
  unsigned Class = R->SizeClass - 1;
  if (Class >= RecordPool::Classes || Pool.Count[Class] >= PoolKeeps)
    return releaseMemory(R->Base, R->Size);
  R->Link = Pool.Free[Class];
  Pool.Free[Class] = R;
  ++Pool.Count[Class];
}

void emptyPool(RecordPool &Pool) noexcept {
  for (Record *&Free : Pool.Free)
    while (Record *R = Free) {
      Free = R->Link;
      releaseMemory(R->Base, R->Size);
    }
}

} // namespace deferc
