//===- set_allocator.cpp - Where records and boxes come from --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The allocator of heap records and boxes: malloc, or what the program has
/// set. A garbage collector sets one that hands out memory which it scans, and
/// so sees what pending deferred calls hold.
///
//===----------------------------------------------------------------------===//

#include "deferc/g.h"
#include "g/RecordPool.h"

#include <stdlib.h>

namespace deferc {
namespace {

void *allocateByMalloc(size_t Size, size_t Align) {
  if (Align <= alignof(max_align_t))
    return malloc(Size);
  void *Memory = nullptr;
  return posix_memalign(&Memory, Align, Size) == 0 ? Memory : nullptr;
}

void releaseByFree(void *Memory, size_t) { free(Memory); }

deferc_allocator Current = {allocateByMalloc, releaseByFree};

} // namespace

void *allocateMemory(size_t Size, size_t Align) noexcept {
  return Current.allocate(Size, Align);
}

void releaseMemory(void *Memory, size_t Size) noexcept {
  Current.release(Memory, Size);
}

} // namespace deferc

/// Makes all g's take records and boxes from this allocator. To be called
/// before anything is deferred: memory goes back to the allocator that is set
/// then, not to the one that gave it.
///
/// Does not allocate, lock or unwind.
extern "C" void deferc_set_allocator(const deferc_allocator *Allocator) {
  deferc::Current = *Allocator;
}
