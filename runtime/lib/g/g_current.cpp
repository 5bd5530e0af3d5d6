//===- g_current.cpp - The running g --------------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferc_g_current`, for a program that switches stacks itself.
///
//===----------------------------------------------------------------------===//

#include "deferc/g.h"
#include "g/G.h"

using namespace deferc;

/// Returns the g of the running thread or fiber. Makes the g of a thread that
/// has none yet, as its first defer statement would.
extern "C" deferc_g *deferc_g_current(void) {
  return reinterpret_cast<deferc_g *>(thisG());
}
