//===- recovered.cpp - Has this frame recovered the panic? ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the landing pads of a function that defers ask about their exception.
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "support/EntryPoints.h"

using namespace deferc;

/// True, once, when the exception is the unwinding of a panic that a deferred
/// call of this frame has recovered. The unwinding and the exception are then
/// over, and the caller goes on to its normal exit. When several frames were
/// inlined into one function, each asks in turn, inner ones first. F is a defer
/// frame or the address of an open-coded frame's bits.
///
/// Frees the exception, as a handler would. Does not allocate or unwind.
extern "C" bool __deferc_recovered(void *F, _Unwind_Exception *E) noexcept {
  G *Self = __deferc_g;
  Recovery *R = Self ? recoveryOf(Self, E) : nullptr;
  if (!R || R->Target != F)
    return false;
  finishRecovery(R);
  return true;
}
