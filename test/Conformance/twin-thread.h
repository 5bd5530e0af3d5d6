//===- twin-thread.h - A goroutine in C++ -----------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A header of its own, since <thread> takes longer to compile than most twins.
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TEST_CONFORMANCE_TWIN_THREAD_H
#define DEFERC_TEST_CONFORMANCE_TWIN_THREAD_H

#include "twin.h"

#include <thread>
#include <utility>

/// The child is joined by code that no panic of the child can reach, so that
/// main adds nothing to the output of a crash.
template <typename Body> void onThread(Body F) {
  std::thread Child(std::move(F));
  Child.join();
}

#endif // DEFERC_TEST_CONFORMANCE_TWIN_THREAD_H
