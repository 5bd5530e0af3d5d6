//===- afterfork.cpp - The child of a fork --------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A child has only the thread that forked. What the runtime knows of the other
/// threads of its parent is forgotten, so that the child neither waits for
/// their panics when it exits nor for their report when it panics.
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
