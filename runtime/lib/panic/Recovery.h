//===- Recovery.h - A recovered panic that unwinds the stack ----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The unwinding after a recover, from recovery() to the landing pad that ends
/// it. It lives in an exception object, since landing pads and handlers on the
/// way see an exception.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_PANIC_RECOVERY_H
#define DEFERC_RUNTIME_PANIC_RECOVERY_H

#include "g/Panics.h"
#include "unwind/StackFrame.h"

#include <stdint.h>
#include <unwind.h>

namespace deferc DEFERC_HIDDEN {

struct Recovery {
  Recovery *Link; ///< The next older one of the g.
  _Unwind_Exception *Exception;
  void *Header; ///< The C++ library's header; null for a foreign exception.
  G *Owner;
  const void *Target; ///< The frame that recovered; null when a goexit goes on.
  uintptr_t TargetSP; ///< SP of the stack frame that the unwinding is for.
  uintptr_t CallerSP; ///< SP of its caller, which must not be reached.
  Panic *Resumed;     ///< The goexit that goes on at TargetSP, or null.
  _Unwind_Exception *Raised; ///< The exception to raise at TargetSP, or null.
  const Panic *PassedBy; ///< A newer panic, whose walk has come to TargetSP.
  /// The program's terminate handler, when ours stands in its place.
  void (*Terminate)();
  bool Finished;
};

/// Makes a recovery with its exception and links it on the g. Out of memory is
/// a fatal error in C; in C++ the library's emergency pool comes first.
DEFERC_HIDDEN Recovery *newRecovery(G *Self) noexcept;
/// The recovery that lives in this exception object, or null.
DEFERC_HIDDEN Recovery *recoveryOf(G *Self, const void *Exception) noexcept;
/// The unwinding is over: unlinks the recovery. Whoever has the exception ends
/// it later.
DEFERC_HIDDEN void unlinkRecovery(Recovery *R) noexcept;
/// Unlinks the recovery and ends its exception, as a handler would.
DEFERC_HIDDEN void finishRecovery(Recovery *R) noexcept;
/// Whether the innermost handler has caught the exception of this recovery.
DEFERC_HIDDEN bool isBeingCaught(const Recovery *R) noexcept;
/// The recovery whose exception the innermost handler has caught, or null.
DEFERC_HIDDEN Recovery *caughtRecovery() noexcept;
/// Unwinds on, as if that frame had begun the unwinding by its call.
[[noreturn]] DEFERC_HIDDEN void resumeRecovery(Recovery *R,
                                               const StackFrame &From) noexcept;
/// The terminate handler of our exceptions in a program with libc++abi.
DEFERC_HIDDEN void terminateOrGoOn();

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_PANIC_RECOVERY_H
