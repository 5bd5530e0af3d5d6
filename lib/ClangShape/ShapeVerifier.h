//===- ShapeVerifier.h - Check IR for the shape that Clang emits -*- C++
//-*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Checks the closure markers of a module against the numbered rules of
/// docs/Passes.md#deferc-clang-shape, before anything is lowered. The typed
/// views are safe on what the verifier accepts. It does not assert, whatever
/// the input.
///
/// Two rules can be checked only while closures are split and inlined. The code
/// that does so reports them through reportShape().
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_SHAPEVERIFIER_H
#define DEFERC_LIB_CLANGSHAPE_SHAPEVERIFIER_H

#include "MarkerCalls.h"

#include "deferc/Contract/Verify.h"

namespace deferc {

/// Every broken rule in \p M.
llvm::SmallVector<Violation> verifyShape(const llvm::Module &M);

/// Refuses the violation's module and reports the violation.
void reportShape(const Violation &V, llvm::Module &M);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_SHAPEVERIFIER_H
