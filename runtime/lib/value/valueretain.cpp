//===- valueretain.cpp - Share a panic value ------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A share does not order memory: whoever shares a value holds it already.
///
//===----------------------------------------------------------------------===//

#include "value/Value.h"

extern "C" void __deferc_valueretain(__deferc_value *Value) {
  __atomic_add_fetch(&Value->refs, 1, __ATOMIC_RELAXED);
}
