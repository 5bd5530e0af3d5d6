//===- noresult.cpp - A recover without a result to return ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What is left to do when a function recovers and has no result: to say so.
/// The frontend does at compile time, where it can see the recover.
///
//===----------------------------------------------------------------------===//

#include "support/EntryPoints.h"
#include "support/Fatal.h"

using namespace deferc;

/// Ends the program with a message. Called where a function was recovered
/// before a `return` had stored its result, and the result's type has no zero
/// value.
extern "C" void __deferc_noresult(void *) {
  fatal("a function recovered that has no result to return; name its result "
        "with `defer_result`");
}
