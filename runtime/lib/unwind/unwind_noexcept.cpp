//===- unwind_noexcept.cpp - An exception reaches a noexcept function -----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The frontend wraps the body of a noexcept function that defers in a handler,
/// which calls this. The function's pending calls have run by then, and the
/// program terminates, as C++ says.
///
//===----------------------------------------------------------------------===//

#include "unwind/CxxLibrary.h"

extern "C" void __deferc_unwind_noexcept();

/// Ends the program by std::terminate(). Called in a handler, which has caught
/// the exception.
extern "C" void __deferc_unwind_noexcept() { deferc::terminate(); }
