//===- Panics.h - The panics of a g -----------------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The list of panics in flight: what recover() stops, what a crash report
/// prints, and what newer panics know of older ones. The room panic moves them;
/// docs/Unwinding.md has the table of their states.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_G_PANICS_H
#define DEFERC_RUNTIME_G_PANICS_H

#include "deferc/abi.h"
#include "g/G.h"

#include <setjmp.h>

namespace deferc DEFERC_HIDDEN {

/// A panic or a goexit, in the stack frame of the function that started it.
struct Panic {
  Panic *Link; ///< The next older one.
  G *Owner;
  __deferc_value *Value; ///< Null: a goexit.
  bool Goexit;
  bool Recovered;   ///< recover() has stopped it; its deferred call still runs.
  bool Aborted;     ///< The walk of a newer panic has passed its walk.
  uintptr_t WalkSP; ///< SP of the stack frame that walks, once it does.
  jmp_buf *Resume;  ///< Where a goexit begins its walk anew.
};

/// Makes Newest, which is of this g or null, the g's newest panic. All changes
/// of the list go through here, so that an exit of the process knows whether
/// another thread is panicking.
DEFERC_HIDDEN void setPanics(G *Self, Panic *Newest) noexcept;
/// Takes the panics that are newer than Kept off the g, and frees their values.
DEFERC_HIDDEN void dropPanics(G *Self, Panic *Kept) noexcept;
/// Whether a thread other than this one has a panic or a goexit in flight.
DEFERC_HIDDEN bool otherThreadPanics() noexcept;
/// In the child of a fork, which has none of the other threads: forgets their
/// panics.
DEFERC_HIDDEN void forgetPanickingThreads() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_G_PANICS_H
