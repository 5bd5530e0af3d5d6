//===- valuenew.cpp - Memory for a panic value ----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Values are small, so most come from static blocks (ValueMemory.h).
///
//===----------------------------------------------------------------------===//

#include "support/Fatal.h"
#include "value/Value.h"
#include "value/ValueMemory.h"

#include <string.h>

using namespace deferc;

extern "C" __deferc_value *__deferc_valuenew(size_t Size, size_t Align) {
  void *Memory = __deferc_valuememory(Size, Align);
  if (!Memory)
    fatal("out of memory: cannot keep the value of a panic");
  auto *Value =
      static_cast<__deferc_value *>(memset(Memory, 0, sizeof(__deferc_value)));
  Value->refs = 1;
  return Value;
}
