//===- valuetext.cpp - The text of a panic value, for programs ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a crash report would print, in memory that the value owns.
///
//===----------------------------------------------------------------------===//

#include "value/Value.h"

extern "C" const char *__deferc_valuetext(__deferc_value *Value, size_t *Size) {
  return deferc::keepText(Value, *Size);
}
