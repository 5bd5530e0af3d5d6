//===- afterfork.cpp - The child of a fork --------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The child of a fork has only the thread that forked. So the child forgets
/// what the runtime knows of its parent's other threads. Then it does not wait
/// for their panics when it exits, nor for their report when it panics.
///
//===----------------------------------------------------------------------===//

#include "report/ReportParts.h"

#include <pthread.h>

using namespace deferc;

static void forgetThreads() {
  forgetReport();
  forgetPanickingThreads();
}

__attribute__((constructor)) static void watchForks() {
  pthread_atfork(nullptr, nullptr, forgetThreads);
}
