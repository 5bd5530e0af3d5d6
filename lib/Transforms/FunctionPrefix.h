//===- FunctionPrefix.h - Keep functions apart ------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Identical code folding compares a function's bytes and their relocations,
/// not its funcdata. Two functions with the same code and different funcdata
/// must therefore differ in their bytes.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_FUNCTIONPREFIX_H
#define DEFERC_LIB_TRANSFORMS_FUNCTIONPREFIX_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/IR/Function.h"

namespace deferc {

/// Puts words before F that refer to the targets, which are functions of the
/// same object. The words fill a multiple of 16 bytes, so that F keeps its
/// alignment. Does nothing when F has prefix data already.
void addPrefix(llvm::Function &F, llvm::ArrayRef<llvm::Function *> Targets);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_FUNCTIONPREFIX_H
