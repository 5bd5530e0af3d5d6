//===- FrameMarkers.cpp - The markers of one frame ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Sorts the markers of a function by kind.
///
//===----------------------------------------------------------------------===//

#include "FrameMarkers.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/IR/CFG.h"

using namespace llvm;

namespace deferc {

FrameMarkers::FrameMarkers(Function &F) : F(F) {
  SmallVector<MarkEnv *> Envs;
  ReversePostOrderTraversal<Function *> Order(&F);
  for (BasicBlock *BB : Order)
    for (Instruction &I : *BB) {
      if (auto *M = dyn_cast<MarkFrame>(&I))
        Frame = M;
      else if (auto *M = dyn_cast<MarkResult>(&I))
        Result = M;
      else if (auto *M = dyn_cast<MarkEnv>(&I))
        Envs.push_back(M);
      else if (auto *M = dyn_cast<MarkDefer>(&I))
        Defers.push_back(M);
      else if (auto *M = dyn_cast<MarkExit>(&I))
        Exits.push_back(M);
      else if (auto *M = dyn_cast<MarkUnwind>(&I))
        Unwinds.push_back(M);
      else if (auto *M = dyn_cast<MarkCaught>(&I))
        Caughts.push_back(M);
      else if (auto *M = dyn_cast<MarkBox>(&I))
        Boxes.push_back(M);
    }
  for (MarkEnv *Env : Envs)
    if (none_of(Defers, [&](MarkDefer *D) { return D->getEnv() == Env; }))
      UnusedEnvs.push_back(Env);
}

MarkFrame *findFrame(Function &F) {
  if (!F.isDeclaration())
    for (Instruction &I : F.getEntryBlock())
      if (auto *M = dyn_cast<MarkFrame>(&I))
        return M;
  return nullptr;
}

} // namespace deferc
