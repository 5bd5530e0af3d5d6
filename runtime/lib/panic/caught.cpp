//===- caught.cpp - Has this frame's handler caught its recovery? ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A `catch (...)` may stand in the very function that recovers, between the
/// call that panicked and the function's exit. The handler asks here before it
/// does anything else, and leaves at once when the answer is yes.
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "support/EntryPoints.h"

using namespace deferc;

/// True, once, when the exception that the caller's handler has caught is a
/// panic that a deferred call of this frame has recovered. The recovery is then
/// over; the handler's end frees the exception. F is a defer frame or the
/// address of an open-coded frame's bits.
///
/// Does not allocate, lock or unwind.
extern "C" bool __deferc_caught(void *F) noexcept {
  G *Self = __deferc_g;
  for (Recovery *R = Self ? Self->Recoveries : nullptr; R; R = R->Link)
    if (R->Target == F && isBeingCaught(R)) {
      unlinkRecovery(R);
      return true;
    }
  return false;
}
