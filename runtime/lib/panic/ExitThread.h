//===- ExitThread.h - End a thread with its destructors ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// How goexit ends its thread.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_PANIC_EXITTHREAD_H
#define DEFERC_RUNTIME_PANIC_EXITTHREAD_H

#include "support/Config.h"

namespace deferc DEFERC_HIDDEN {

/// Unwinds the thread's stack, which runs its destructors, and ends the thread
/// as pthread_exit does.
[[noreturn]] DEFERC_HIDDEN void exitThread();

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_PANIC_EXITTHREAD_H
