//===- FunctionPrefix.h - Keep functions apart ------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Identical code folding compares a function's bytes and what they refer to;
/// it does not look at funcdata. Two functions with the same code whose
/// funcdata leads elsewhere must therefore differ in something that it sees.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_FUNCTIONPREFIX_H
#define DEFERC_LIB_TRANSFORMS_FUNCTIONPREFIX_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/IR/Function.h"

namespace deferc {

/// Puts words before F that refer to the targets, functions of this object. As
/// many as fill 16 bytes, so that F keeps its alignment.
void addPrefix(llvm::Function &F, llvm::ArrayRef<llvm::Function *> Targets);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_FUNCTIONPREFIX_H
