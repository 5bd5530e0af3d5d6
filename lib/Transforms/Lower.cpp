//===- Lower.cpp - Lower the frames that defer ----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Goes through the functions with a frame: drops what cannot be reached,
/// plans, reports, lowers.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/Lower.h"
#include "FrameLowering.h"
#include "RecoveryPath.h"
#include "deferc/Contract/Verify.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {

/// Go counts the statements that survive the removal of dead code.
static void dropDeadCode(Function &F) {
  for (BasicBlock &BB : F)
    ConstantFoldTerminator(&BB, /*DeleteDeadConditions=*/true);
  removeUnreachableBlocks(F);
}

static void lowerFrame(Function &F, bool Optimize) {
  dropDeadCode(F);
  FrameMarkers Frame(F);
  if (!Frame.Frame)
    return; // Control does not come to it, nor to the markers that it
            // dominates.
  if (Frame.Defers.empty())
    eraseFrame(Frame);
  else {
    DeferPlan Plan = makePlan(Frame, Optimize);
    emitRemarks(Frame, Plan);
    if (!Plan.isOpenCoded())
      lowerRecords(Frame, Plan);
    else if (splitRecoveryPath(Frame)) {
      FrameMarkers Split(F);
      lowerOpenCoded(Split, Plan);
    } else
      lowerOpenCoded(Frame, Plan);
  }
  removeUnreachableBlocks(F);
}

/// The functions that have an open-coded frame, or may get one by inlining.
static SetVector<Function *> findFrameHolders(Module &M) {
  SetVector<Function *> Holders;
  if (Function *Record = M.getFunction(getSymbol(Marker::Record)))
    for (User *U : Record->users())
      Holders.insert(cast<Instruction>(U)->getFunction());
  for (size_t I = 0; I != Holders.size(); ++I) // Holders grow.
    for (User *U : Holders[I]->users())
      if (auto *Call = dyn_cast<CallBase>(U))
        Holders.insert(Call->getFunction());
  return Holders;
}

/// Beside a setjmp: an open-coded frame that was inlined there and then jumped
/// out of would keep its bits; not inlined, it is gone. In a coroutine, whose
/// variables need not be on the stack.
static void keepFramesOutOfLine(Module &M) {
  for (Function *Holder : findFrameHolders(M))
    for (User *U : Holder->users())
      if (auto *Call = dyn_cast<CallBase>(U);
          Call && Call->getCalledFunction() == Holder) {
        Function &Caller = *Call->getFunction();
        if (Caller.isPresplitCoroutine() ||
            Caller.callsFunctionThatReturnsTwice())
          Call->addFnAttr(Attribute::NoInline);
      }
}

/// An exception that leaves a deferred call while a panic runs it goes on from
/// the function that deferred the call, past handlers further in. Inlined, such
/// a handler would be this function's.
static void keepHandlersOutOfLine(Module &M) {
  auto isHandler = [](const Instruction &I) {
    auto *Pad = dyn_cast<LandingPadInst>(&I);
    return Pad && Pad->getNumClauses() != 0;
  };
  for (Function &F : M)
    if (!F.hasFnAttribute(Attribute::AlwaysInline) &&
        any_of(instructions(F), isHandler))
      keepOutOfLine(F);
}

static void eraseUnusedMarkers(Module &M) {
  for (Function &F : make_early_inc_range(M))
    if (F.isDeclaration() && F.use_empty() && getMarker(F))
      F.eraseFromParent();
}

PreservedAnalyses LowerPass::run(Module &M, ModuleAnalysisManager &) {
  if (isRefused(M) || !M.getFunction(getSymbol(Marker::Frame)))
    return PreservedAnalyses::all();
  bool Changed = false;
  for (Function &F : make_early_inc_range(M)) {
    if (!findFrame(F) || !verifyContract(F).empty())
      continue;
    lowerFrame(F, Optimize);
    Changed = true;
  }
  keepHandlersOutOfLine(M);
  eraseUnusedMarkers(M);
  keepFramesOutOfLine(M);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace deferc
