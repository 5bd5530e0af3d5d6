//===- currentpanic.cpp - The panic that calls a deferred function --------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A function that calls recover() has a second entry point, for callers that
/// are panicking. Code there asks first which panic has made the call, and
/// gorecover gets the answer later. A helper, a closure and a recursive call of
/// the same function use the plain entry point, so they have nothing to
/// recover.
///
//===----------------------------------------------------------------------===//

#include "g/Panics.h"
#include "support/EntryPoints.h"

using namespace deferc;

/// Returns the newest panic of the thread, as the recover token of the deferred
/// function that asks; null when there is none, or it is a goexit.
///
/// A few instructions. Does not allocate, lock or unwind.
extern "C" void *__deferc_currentpanic() noexcept {
  G *Self = __deferc_g;
  Panic *P = Self ? Self->Panics : nullptr;
  return P && !P->Goexit ? P : nullptr;
}
