//===- nilfunc.cpp - A call of a null function -------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A null function pointer is accepted by a defer statement and panics when the
/// call is due (semantics.md 7).
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

extern "C" void __deferc_nilfunc() {
  deferc_runtime_panic("invalid memory address or nil pointer dereference");
}
