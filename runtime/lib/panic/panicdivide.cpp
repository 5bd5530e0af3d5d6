//===- panicdivide.cpp - The panic of a division by zero ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What code compiled with -fdefer-fault-panics calls instead of dividing by
/// zero.
///
//===----------------------------------------------------------------------===//

#include "deferc/abi.h"
#include "support/Config.h"

/// Panics with Go's runtime error for it. Costs what a panic does.
extern "C" void __deferc_panicdivide() {
  deferc_runtime_panic("integer divide by zero");
}
