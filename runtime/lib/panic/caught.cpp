//===- caught.cpp - Has this frame's catch-all caught its own recovery? ---===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A `catch (...)` of the very frame that has recovered a panic stands between
/// the call that panicked and the frame's exit. It is asked first thing in the
/// handler, which then leaves at once.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// True when the exception that the caller's handler has caught is a panic that
/// this frame recovered. The recovery is over; the handler's end frees the
/// exception.
extern "C" bool __deferc_caught(void *F) noexcept {
  G *Self = __deferc_g;
  for (Recovery *R = Self ? Self->Recoveries : nullptr; R; R = R->Link)
    if (R->Target == F && isBeingCaught(R)) {
      unlinkRecovery(R);
      return true;
    }
  return false;
}
