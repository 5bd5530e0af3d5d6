//===- currentpanic.cpp - The panic that calls a deferred function --------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A function that calls recover() has a second entry, for callers that are
/// panicking. That entry asks here, first thing, which panic called it, and
/// hands the answer to gorecover later: so a helper, a closure, a recursive
/// call of the same function, which all use the plain entry, have nothing to
/// recover.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// The newest panic of the thread; null when there is none or it is a goexit.
extern "C" void *__deferc_currentpanic() noexcept {
  G *Self = __deferc_g;
  Panic *P = Self ? Self->Panics : nullptr;
  return P && !P->Goexit ? P : nullptr;
}
