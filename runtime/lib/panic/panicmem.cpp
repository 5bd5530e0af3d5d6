//===- panicmem.cpp - The panic of a null pointer -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What is called in the place of a null function whose deferred call is due
/// (test/Conformance 016). Code compiled with -fdefer-fault-panics also calls
/// it instead of following a null pointer.
///
//===----------------------------------------------------------------------===//

#include "deferc/abi.h"
#include "g/G.h"

#include <signal.h>

using namespace deferc;

/// Panics with Go's runtime error for it. In Go it is a fault, and a crash
/// report shows it as one. Costs what a panic does.
extern "C" void __deferc_panicmem() {
  auto PC = reinterpret_cast<uintptr_t>(__builtin_return_address(0)) - 1;
  thisG()->LastFault = {SIGSEGV, SEGV_MAPERR, 0, PC};
  deferc_runtime_panic("invalid memory address or nil pointer dereference");
}
