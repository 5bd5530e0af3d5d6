//===- VerifyPaths.h - What paths must pass ---------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The rules of docs/IRContract.md about paths: each defer has an environment
/// of its own (4); exits and unwinds come highest segment first, and before a
/// return or a resume (5, 6).
///
/// Needs: a function with a defer frame, whose markers are right by themselves.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CONTRACT_VERIFYPATHS_H
#define DEFERC_LIB_CONTRACT_VERIFYPATHS_H

#include "deferc/Contract/Verify.h"

namespace deferc {

llvm::SmallVector<Violation> verifyPaths(const llvm::Function &F);

} // namespace deferc

#endif // DEFERC_LIB_CONTRACT_VERIFYPATHS_H
