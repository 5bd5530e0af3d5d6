//===- ScarceMemory.cpp - An allocator that has nothing left --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ScarceMemory.h"
#include "value/ValueMemory.h"

#include <errno.h>
#include <stddef.h>

static thread_local bool NothingLeft;

// `__real_malloc` is what `malloc` was before the linker's --wrap.
extern "C" {
void *__real_malloc(size_t Size);
void *__real_calloc(size_t Count, size_t Size);
void *__real_realloc(void *Old, size_t Size);
int __real_posix_memalign(void **Memory, size_t Align, size_t Size);

void *__wrap_malloc(size_t Size) {
  return NothingLeft ? nullptr : __real_malloc(Size);
}
void *__wrap_calloc(size_t Count, size_t Size) {
  return NothingLeft ? nullptr : __real_calloc(Count, Size);
}
void *__wrap_realloc(void *Old, size_t Size) {
  return NothingLeft ? nullptr : __real_realloc(Old, Size);
}
int __wrap_posix_memalign(void **Memory, size_t Align, size_t Size) {
  return NothingLeft ? ENOMEM : __real_posix_memalign(Memory, Align, Size);
}
}

NoMemory::NoMemory() {
  NothingLeft = true;
  while (__deferc_valuememory(1, 1))
    ; // A test that does so ends its process.
}

NoMemory::~NoMemory() { NothingLeft = false; }
