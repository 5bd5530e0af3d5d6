//===- g_set.cpp - Switch to the g of another stack -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferc_g_set`, for a program that switches stacks itself.
///
//===----------------------------------------------------------------------===//

#include "deferc/g.h"
#include "g/G.h"

using namespace deferc;

/// Makes Next the running g and returns the one before. The program calls this
/// where it switches stacks, right before or after it.
///
/// Makes the g of a thread that has none yet; else a few instructions.
extern "C" deferc_g *deferc_g_set(deferc_g *Next) {
  G *Old = thisG();
  __deferc_g = reinterpret_cast<G *>(Next);
  return reinterpret_cast<deferc_g *>(Old);
}
