//===- gorecover.cpp - Stop the panic that called a function --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `gorecover`, for recover(). It only marks the panic. The deferred function
/// goes on, on top of the panicking stack; when it returns, the walk of the
/// panic finds the mark and unwinds (test/Conformance 050, 067).
///
//===----------------------------------------------------------------------===//

#include "g/Panics.h"

using namespace deferc;

/// Stops the panic that Token stands for and returns its value, borrowed from
/// the panic. Token is what __deferc_currentpanic() has told the function that
/// calls recover().
///
/// Returns null, with no effect, when Token is null, when a newer panic or a
/// goexit has begun since, and the second time (test/Conformance 051 to 054).
///
/// Does not allocate, lock or unwind.
extern "C" __deferc_value *__deferc_gorecover(void *Token) {
  G *Self = __deferc_g;
  if (!Token || !Self || Token != Self->Panics)
    return nullptr;
  Panic *P = Self->Panics;
  if (P->Goexit || P->Recovered || P->Aborted)
    return nullptr;
  P->Recovered = true;
  return P->Value;
}
