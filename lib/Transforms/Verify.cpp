//===- Verify.cpp - Report what breaks the contract -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The verifier as a pass.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/Verify.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/Verify.h"

using namespace llvm;

namespace deferc {

/// Adds the attributes that a frontend's declarations of markers may lack.
static bool mendDeclarations(Module &M) {
  SmallVector<Marker> Declared;
  for (const Function &F : M)
    if (auto Id = getMarker(F))
      if (F.isDeclaration() &&
          F.getFunctionType() == getType(*Id, M.getContext()))
        Declared.push_back(*Id);
  for (Marker Id : Declared)
    getOrInsertMarker(M, Id);
  return !Declared.empty();
}

PreservedAnalyses VerifyPass::run(Module &M, ModuleAnalysisManager &) {
  if (isRefused(M))
    return PreservedAnalyses::all();
  bool Mended = mendDeclarations(M);
  SmallVector<Violation> Violations = verifyContract(M);
  if (!Violations.empty())
    refuse(M); // Before the reports: a tool may exit at the first error.
  for (const Violation &V : Violations)
    report(V, M.getContext());
  return Mended ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace deferc
