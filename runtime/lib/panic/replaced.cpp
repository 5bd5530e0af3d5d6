//===- replaced.cpp - One exception leaves by another's cleanup -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// C++ terminates when a destructor throws while an exception is unwinding. A
/// deferred call may throw or panic there: what it raises takes the place of
/// the exception that was in flight (docs/LanguageReference.md, "Destructors").
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "support/EntryPoints.h"
#include "unwind/CxxLibrary.h"

using namespace deferc;

/// New has left a deferred call that ran because Old was unwinding the frame.
/// Ends one of the two and returns the other, which goes on. That is New, with
/// one exception: a recovered panic does not stop a forced unwind
/// (pthread_exit, cancellation), as it does not stop a goexit. Without an Old,
/// New goes on.
///
/// Frees the exception that ends, as a handler would. Does not allocate or
/// unwind.
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
