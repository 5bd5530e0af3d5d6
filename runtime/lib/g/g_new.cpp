//===- g_new.cpp - Make a g for a fiber -----------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferc_g_new`, for a program that switches stacks itself.
///
//===----------------------------------------------------------------------===//

#include "deferc/g.h"
#include "g/G.h"

using namespace deferc;

/// Returns a g for a new stack, which is not the running one yet. Out of memory
/// is a fatal error.
///
/// Takes memory from the blocks of value/ValueMemory.h, else from malloc().
extern "C" deferc_g *deferc_g_new(void) {
  return reinterpret_cast<deferc_g *>(makeG(false));
}
