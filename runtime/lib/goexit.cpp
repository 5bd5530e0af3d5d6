//===- goexit.cpp - Run the thread's deferred calls and end it ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `goexit`: the walk of a panic that nothing recovers, then pthread_exit, which
/// unwinds the stack with its destructors. A goexit stands in the list of panics,
/// so that recover() in its deferred calls finds nothing to stop.
///
/// A panic raised by one of its deferred calls and recovered further out does not
/// make that frame return: recovery() unwinds to here, and the walk begins anew
/// (semantics.md 50, 51). What has run is gone from bits and lists, so it goes on
/// where it was. goexit within goexit simply walks on over the first one.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

namespace deferc {
namespace {

/// The process ends by exit(0) when its last thread has ended. When the main
/// thread was ended by goexit, that is Go's deadlock (semantics.md 52). An exit()
/// that the program calls itself comes from a thread that has not ended.
void reportDeadlock() {
  if (threadHasEnded())
    fatal("no goroutines (main called runtime.Goexit) - deadlock!");
}

void endThread(G *Self) {
  if (Self->Number == 1)
    atexit(reportDeadlock);
  pthread_exit(nullptr);
}

} // namespace
} // namespace deferc

using namespace deferc;

/// Runs all deferred calls of the thread, innermost frame first, and ends the
/// thread. Never returns; recover() does not stop it.
extern "C" void deferc_goexit() {
  G *Self = thisG();
  jmp_buf Resume;
  Panic P = {};
  P.Owner = Self;
  P.Goexit = true;
  P.Resume = &Resume;
  P.Link = Self->Panics;
  Self->Panics = &P;
  _setjmp(Resume);
  runDeferredCalls(&P);
  // The panics that this goexit has passed will run nothing any more.
  while (Panic *Over = Self->Panics) {
    Self->Panics = Over->Link;
    if (Over->Value)
      __deferc_boxrelease(Over->Value);
  }
  endThread(Self);
  __builtin_unreachable();
}
