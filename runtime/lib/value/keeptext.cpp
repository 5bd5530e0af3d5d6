//===- keeptext.cpp - Keep the text of a panic value ----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The text of a value is made once, since the value's own text function may
/// have effects, and since users get a pointer to it.
///
//===----------------------------------------------------------------------===//

#include "value/KeptText.h"
#include "value/Value.h"

namespace deferc {
namespace {

void addTo(void *Buffer, const char *S, size_t Size) {
  static_cast<TextBuffer *>(Buffer)->add(S, Size);
}

} // namespace

const char *keepText(__deferc_value *Value, size_t &Size,
                     bool *Threw) noexcept {
  char *Cached = __atomic_load_n(&Value->cached, __ATOMIC_ACQUIRE);
  if (!Cached) {
    TextBuffer B;
    int Status = sendText(Value, addTo, &B);
    if (Threw)
      *Threw = Status != 0;
    B.add("", 0);
    char *Mine = B.Content->Characters;
    if (__atomic_compare_exchange_n(&Value->cached, &Cached, Mine, false,
                                    __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
      Cached = Mine;
    else
      __deferc_freevaluememory(B.Content);
  }
  Size = textOfCache(Cached)->Size;
  return Cached;
}

extern "C" bool __deferc_saytext(__deferc_value *Value) {
  bool Threw = false;
  size_t Size;
  keepText(Value, Size, &Threw);
  return Threw;
}

} // namespace deferc
