//===- recovered.cpp - Is this exception a panic this frame recovered? ----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Asked by the landing pads of a function that defers.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// True when the exception is the unwinding of a panic that a deferred call of
/// this frame has recovered. The unwinding and the exception are then over, and
/// the caller goes on to its normal exit. Several frames that were inlined into
/// one function ask in turn, inner ones first.
extern "C" bool __deferc_recovered(void *F, _Unwind_Exception *E) noexcept {
  G *Self = __deferc_g;
  Recovery *R = Self ? recoveryOf(Self, E) : nullptr;
  if (!R || R->Target != F)
    return false;
  finishRecovery(R);
  return true;
}
