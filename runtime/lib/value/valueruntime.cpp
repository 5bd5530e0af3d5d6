//===- valueruntime.cpp - Make a runtime error ----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A runtime error is a text. The C++ object `defer_runtime_error` is made when
/// somebody asks for it (valueattach.cpp).
///
//===----------------------------------------------------------------------===//

#include "value/KeptText.h"
#include "value/Value.h"

#include <string.h>

using namespace deferc;

extern "C" __deferc_value *__deferc_valueruntime(const char *Prefix,
                                                 const char *Text) {
  __deferc_value *Value =
      __deferc_valuenew(sizeof(__deferc_value), alignof(__deferc_value));
  Value->kind = DEFER_RUNTIME_ERROR;
  Value->code = 'R';
  Value->name = "T = defer_runtime_error]";
  TextBuffer B;
  B.add(Prefix, strlen(Prefix));
  B.add(Text, strlen(Text));
  Value->cached = B.Content->Characters;
  return Value;
}
