//===- Lower.cpp - Lower the frames that defer ----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For each function with a defer frame: drops dead code, makes the plan, emits
/// the remarks, lowers. Then keeps apart what must not be inlined.
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
    return; // The marker was in dead code, as all that it dominates.
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

/// The functions that hold an open-coded frame, or may after inlining.
static SetVector<Function *> findFrameHolders(Module &M) {
  SetVector<Function *> Holders;
  if (Function *Marked = M.getFunction(getSymbol(Marker::Funcdata)))
    for (User *U : Marked->users())
      Holders.insert(cast<Instruction>(U)->getFunction());
  for (size_t I = 0; I != Holders.size(); ++I) // Holders grow.
    for (User *U : Holders[I]->users())
      if (auto *Call = dyn_cast<CallBase>(U))
        Holders.insert(Call->getFunction());
  return Holders;
}

/// A function that calls setjmp takes no inlined open-coded frames: a longjmp
/// would leave the inlined frame's bits set in the caller. Nor does a
/// coroutine, whose variables may move off the stack.
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

/// When a deferred call throws while a panic runs it, the exception continues
/// from the function that deferred the call, and handlers of functions further
/// in do not see it. A handler that was inlined into the deferring function
/// would see it, so functions with handlers are not inlined.
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
