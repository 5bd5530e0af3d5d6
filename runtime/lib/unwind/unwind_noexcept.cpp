//===- unwind_noexcept.cpp - An exception reaches a noexcept function -----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Bodies of noexcept functions that defer are wrapped in a handler that ends
/// here: their pending calls have run, and then the program terminates, as C++
/// says.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <stdlib.h>

extern "C" void __deferc_unwind_noexcept();

extern "C" void __deferc_unwind_noexcept() {
  if (deferc_std_terminate)
    deferc_std_terminate();
  abort();
}
