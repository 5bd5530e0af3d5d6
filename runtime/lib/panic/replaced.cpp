//===- replaced.cpp - One exception left by way of another's cleanup ------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// C++ terminates when a destructor throws while an exception is unwinding. A
/// deferred call may: what it raises takes the place of the exception that was
/// in flight (docs/LanguageReference.md, "Destructors").
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// A deferred call that ran while Old was unwinding this frame was left by New.
/// Ends one of the two and returns the one that goes on: New, but when Old is a
/// forced unwind (pthread_exit, cancellation) that a recovered panic cannot
/// stop, just as it cannot stop a goexit.
extern "C" void *__deferc_replaced(void *, _Unwind_Exception *Old,
                                   _Unwind_Exception *New) noexcept {
  if (!Old || Old == New)
    return New;
  G *Self = thisG();
  if (Recovery *OldRecovery = recoveryOf(Self, Old)) {
    finishRecovery(OldRecovery);
    return New;
  }
  bool IsForced = Old->private_1 != 0;
  if (!IsForced) {
    endException(Old);
    return New;
  }
  Recovery *NewRecovery = recoveryOf(Self, New);
  if (!NewRecovery)
    return New; // Whoever forces the unwinding owns Old.
  finishRecovery(NewRecovery);
  return Old;
}
