//===- recoveries.cpp - The recoveries of a g -----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The list of recoveries that are on their way: finding one by its exception,
/// and ending it.
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "unwind/CxxLibrary.h"

namespace deferc {

Recovery *recoveryOf(G *Self, const void *Exception) noexcept {
  for (Recovery *R = Self->Recoveries; R; R = R->Link)
    if (R->Exception == Exception)
      return R;
  return nullptr;
}

void unlinkRecovery(Recovery *R) noexcept {
  for (Recovery **At = &R->Owner->Recoveries; *At; At = &(*At)->Link)
    if (*At == R) {
      *At = R->Link;
      break;
    }
  R->Finished = true;
}

void finishRecovery(Recovery *R) noexcept {
  unlinkRecovery(R);
  endException(R->Exception);
}

/// A foreign exception has no header to compare, so the newest recovery is
/// taken for the one that was caught.
bool isBeingCaught(const Recovery *R) noexcept {
  return !R->Header || __cxa_get_globals()->CaughtExceptions == R->Header;
}

Recovery *caughtRecovery() noexcept {
  G *Self = __deferc_g;
  for (Recovery *R = Self ? Self->Recoveries : nullptr; R; R = R->Link)
    if (isBeingCaught(R))
      return R;
  return nullptr;
}

} // namespace deferc
