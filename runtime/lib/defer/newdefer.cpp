//===- newdefer.cpp - Take a heap record from the pool --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `newdefer`, for a defer statement that can run more than once. The record is
/// not linked yet: operands are evaluated into its environment first, and an
/// evaluation that throws registers nothing. Until deferproc links it, and
/// after it has run, it is held by its frame's entry in the g, which frees it.
///
/// Records of up to a few hundred bytes come from a pool of the g, in size
/// classes; larger ones, and those with unusual alignment, from the allocator.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

namespace deferc {
namespace {

/// Bytes of a record with its header, for each class of the pool.
constexpr uint64_t ClassSize[PoolClasses] = {64, 80, 112, 176, 304, 560};
/// Free records that the pool keeps in each class.
constexpr uint32_t PoolKeeps = 1024;
constexpr uint64_t MallocAlign = 16;

unsigned classOf(uint64_t Size) noexcept {
  for (unsigned Class = 0; Class < PoolClasses; ++Class)
    if (Size <= ClassSize[Class])
      return Class;
  return PoolClasses;
}

void *allocate(uint64_t Size) noexcept {
  void *P = allocateMemory(Size, MallocAlign);
  if (!P)
    fatal("out of memory: cannot allocate a deferred call of %llu bytes",
          static_cast<unsigned long long>(Size));
  return P;
}

Record *makeRecord(G *Self, uint64_t Size, uint64_t Align) noexcept {
  uint64_t Whole = RecordHeaderSize + Size;
  if (Whole < Size)
    fatal("out of memory: cannot allocate a deferred call");
  unsigned Class = Align <= MallocAlign ? classOf(Whole) : PoolClasses;
  if (Class < PoolClasses) {
    if (Record *R = Self->Pool[Class]) {
      Self->Pool[Class] = R->Link;
      --Self->PoolCount[Class];
      return R;
    }
    auto *R = static_cast<Record *>(allocate(ClassSize[Class]));
    R->Base = R;
    R->Size = ClassSize[Class];
    R->SizeClass = Class + 1;
    return R;
  }
  // The environment, not the header, has the alignment asked for.
  uint64_t Slack = Align > MallocAlign ? Align : 0;
  void *Base = allocate(Whole + Slack);
  uintptr_t Env = reinterpret_cast<uintptr_t>(Base) + RecordHeaderSize;
  if (Slack)
    Env = (Env + Align - 1) & ~(Align - 1);
  Record *R = Record::of(reinterpret_cast<void *>(Env));
  R->Base = Base;
  R->Size = Whole + Slack;
  R->SizeClass = PoolClasses + 1;
  return R;
}

} // namespace

void freeRecord(G *Self, Record *R) noexcept {
  unsigned Class = R->SizeClass - 1;
  if (Class >= PoolClasses || Self->PoolCount[Class] >= PoolKeeps)
    return releaseMemory(R->Base, R->Size);
  R->Link = Self->Pool[Class];
  Self->Pool[Class] = R;
  ++Self->PoolCount[Class];
}

} // namespace deferc

using namespace deferc;

/// Returns the environment of a record that the frame owns.
///
/// Out of memory is a fatal error. Does not lock (malloc may) or unwind.
extern "C" void *__deferc_newdefer(Frame *F, uint64_t Size,
                                   uint64_t Align) noexcept {
  G *Self = thisG();
  FrameEntry *E = F->Cookie ? topFrame(Self, F)
                            : pushFrame(Self, F, __builtin_return_address(0));
  Record *R = makeRecord(Self, Size, Align);
  R->HeapLink = E->Heap;
  E->Heap = R;
  return R->env();
}
