//===- allocator.cpp - Where records and boxes come from ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// malloc, or what the program has set (deferc/g.h): a garbage collector hands
/// out memory that it scans, and so sees what pending deferred calls hold.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"
#include "deferc/g.h"

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

extern "C" void deferc_set_allocator(const deferc_allocator *Allocator) {
  deferc::Current = *Allocator;
}
