//===- panics.cpp - The panics of a g -------------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements Panics.h. The process has one count of the threads that panic,
/// for which an exit waits a moment (report/exitwait.cpp).
///
//===----------------------------------------------------------------------===//

#include "g/Panics.h"

namespace deferc {
namespace {

/// Threads and fibers with a panic or a goexit in flight.
unsigned Panicking;

/// Whether this thread is one of them.
unsigned ownPanics() {
  G *Self = __deferc_g;
  return Self && Self->Panics;
}

} // namespace

void setPanics(G *Self, Panic *Newest) noexcept {
  if (!Self->Panics != !Newest)
    __atomic_fetch_add(&Panicking, Newest ? 1 : -1, __ATOMIC_RELAXED);
  Self->Panics = Newest;
}

void dropPanics(G *Self, Panic *Kept) noexcept {
  while (Self->Panics != Kept) {
    Panic *Over = Self->Panics;
    setPanics(Self, Over->Link);
    if (Over->Value)
      __deferc_valuerelease(Over->Value);
  }
}

bool otherThreadPanics() noexcept {
  return __atomic_load_n(&Panicking, __ATOMIC_RELAXED) > ownPanics();
}

void forgetPanickingThreads() noexcept { Panicking = ownPanics(); }

} // namespace deferc
