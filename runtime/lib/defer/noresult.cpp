//===- noresult.cpp - A recover without a result to return ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The frontend says so at compile time where it can see the recover.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// Called where a function whose result has no zero value was recovered before
/// a `return` had stored one. Ends the program.
extern "C" void __deferc_noresult(void *) {
  fatal(
      "a function recovered that has no result to return; name its result with "
      "`defer_result`");
}
