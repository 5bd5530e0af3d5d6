//===- nilfunc.cpp - A call of a null function
//-------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A null function pointer is accepted by a defer statement and panics when the
/// call is due (test/Conformance 016).
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <signal.h>

using namespace deferc;

/// Panics with Go's runtime error for it. In Go the call is a fault, and a
/// crash report shows it as one.
extern "C" void __deferc_nilfunc() {
  constexpr int MapError = 1;
  auto PC = reinterpret_cast<uintptr_t>(__builtin_return_address(0)) - 1;
  thisG()->LastFault = {SIGSEGV, MapError, 0, PC};
  deferc_runtime_panic("invalid memory address or nil pointer dereference");
}
