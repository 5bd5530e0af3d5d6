//===- g_free.cpp - Free the g of a fiber ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferc_g_free`, for a program that switches stacks itself.
///
//===----------------------------------------------------------------------===//

#include "deferc/g.h"
#include "g/G.h"
#include "support/Fatal.h"

using namespace deferc;

/// Frees a g of deferc_g_new. Its pending calls are dropped, not run. To free
/// the running g is a fatal error; the g of a thread is left as it is.
///
/// Gives memory back; does not unwind.
extern "C" void deferc_g_free(deferc_g *Fiber) {
  G *Self = reinterpret_cast<G *>(Fiber);
  if (Self == __deferc_g)
    fatal("deferc_g_free: this g is running");
  if (Self && !Self->OfThread)
    destroyG(Self);
}
