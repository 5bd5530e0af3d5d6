//===- VerifyContract.cpp - Report what breaks the contract ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The verifier as a pass.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/VerifyContract.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/Verify.h"

using namespace llvm;

namespace deferc {

/// A frontend that declares markers by name only gets the attributes here.
static bool mendDeclarations(Module &M) {
  SmallVector<Marker> Declared;
  for (const Function &F : M)
    if (auto Id = getMarker(F))
      if (F.isDeclaration() && F.getFunctionType() == getType(*Id, M.getContext()))
        Declared.push_back(*Id);
  for (Marker Id : Declared)
    getOrInsertMarker(M, Id);
  return !Declared.empty();
}

PreservedAnalyses VerifyContractPass::run(Module &M, ModuleAnalysisManager &) {
  bool Mended = mendDeclarations(M);
  for (const Violation &V : verifyContract(M))
    report(V, M.getContext());
  return Mended ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace deferc
