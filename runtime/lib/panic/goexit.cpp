//===- goexit.cpp - Run the thread's deferred calls and end it ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `goexit`: the walk of a panic that nothing recovers, then the end of the
/// thread, which unwinds the stack with its destructors. A goexit stands in the
/// list of panics, so that recover() in its deferred calls finds nothing to
/// stop.
///
/// A panic raised by one of its deferred calls may be recovered further out
/// than goexit's own stack frame. The frame that recovers then does not return:
/// recovery() unwinds to goexit, and the walk begins anew (test/Conformance
/// 104, 111, 160). The bits and records of calls that have run are gone, so the
/// new walk runs the rest. A goexit within a goexit simply walks on over the
/// first one.
///
//===----------------------------------------------------------------------===//

#include "panic/ExitThread.h"
#include "panic/Walk.h"
#include "support/Fatal.h"

#include <stdlib.h>

namespace deferc {
namespace {

/// The process ends by exit(0) when its last thread has ended. When the main
/// thread was ended by goexit, that is Go's deadlock (test/Conformance 143). An
/// exit() that the program calls itself comes from a thread that has not ended.
void reportDeadlock() {
  if (threadHasEnded())
    fatal("no goroutines (main called runtime.Goexit) - deadlock!");
}

} // namespace
} // namespace deferc

using namespace deferc;

/// Runs all deferred calls of the thread, innermost frame first, and ends the
/// thread. Never returns; recover() does not stop it.
///
/// Unwinds the stack after the last deferred call. The walk is the unwinder's,
/// several times as slow as that of a panic.
extern "C" void deferc_goexit() {
  G *Self = thisG();
  jmp_buf Resume;
  Panic P = {};
  P.Owner = Self;
  P.Goexit = true;
  P.Resume = &Resume;
  P.Link = Self->Panics;
  setPanics(Self, &P);
  _setjmp(Resume);
  Walk W;
  W.P = &P;
  runDeferredCalls(W, nullptr);
  // The panics that this goexit has passed will run nothing any more.
  dropPanics(Self, nullptr);
  if (Self->Number == 1)
    atexit(reportDeadlock);
  exitThread();
}
