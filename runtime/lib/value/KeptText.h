//===- KeptText.h - A text that a panic value keeps -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_VALUE_KEPTTEXT_H
#define DEFERC_RUNTIME_VALUE_KEPTTEXT_H

#include "support/Fatal.h"
#include "value/ValueMemory.h"

#include <string.h>

namespace deferc {

/// A text with its size before it. The `cached` of a value points at the
/// characters.
struct KeptText {
  size_t Size;
  char Characters[1];
};

/// A kept text that grows. Out of memory is a fatal error.
struct TextBuffer {
  KeptText *Content = nullptr;
  size_t Capacity = 0; ///< Of characters, with the 0 at the end.

  void add(const char *S, size_t Size) {
    size_t Old = Content ? Content->Size : 0;
    if (Old + Size + 1 > Capacity)
      grow(Old, 2 * (Old + Size) + 32);
    memcpy(Content->Characters + Old, S, Size);
    Content->Size = Old + Size;
    Content->Characters[Content->Size] = 0;
  }

private:
  void grow(size_t Used, size_t NewCapacity) {
    auto *More = static_cast<KeptText *>(__deferc_valuememory(
        offsetof(KeptText, Characters) + NewCapacity, alignof(KeptText)));
    if (!More)
      fatal("out of memory: cannot print the value of a panic");
    if (Content)
      memcpy(More->Characters, Content->Characters, Used);
    __deferc_freevaluememory(Content);
    Content = More;
    Capacity = NewCapacity;
  }
};

/// The text that `cached` points at.
inline KeptText *textOfCache(char *Cached) {
  return reinterpret_cast<KeptText *>(Cached - offsetof(KeptText, Characters));
}

} // namespace deferc

#endif // DEFERC_RUNTIME_VALUE_KEPTTEXT_H
