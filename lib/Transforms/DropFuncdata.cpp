//===- DropFuncdata.cpp - Forget frames no panic can meet -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The bits and the environments of an open-coded frame are in memory for one
/// reader: a panic. When no instruction that may panic runs while a bit can be
/// set, no panic ever finds a bit set here. Then the funcdata marker, the bits
/// and the question whether this frame has recovered are removed.
///
/// A call that does not unwind may still panic inside: a panic runs deferred
/// calls, those of a noexcept function's callers too, before it unwinds
/// anything. So a call counts as quiet only when the callee is known: it does
/// not write memory, or is the C library's, or its body has only quiet calls.
///
/// The data-flow is forward, with one fact for each block: a bit may be set.
/// A store of zero to the bits clears the fact. Another store sets it, unless
/// it stores the value of a load from where no bit can be set.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/DropFuncdata.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "deferc/Contract/Verify.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;

namespace deferc {
namespace {

using Frames = MapVector<AllocaInst *, SmallVector<MarkFuncdata *>>;

Frames collectFrames(Function &F) {
  Frames Found;
  Function *Marker = F.getParent()->getFunction(getSymbol(Marker::Funcdata));
  if (!Marker)
    return Found;
  for (User *U : Marker->users())
    if (auto *Mark = dyn_cast<MarkFuncdata>(U);
        Mark && Mark->getFunction() == &F)
      if (auto *Slot = dyn_cast<AllocaInst>(Mark->getFrame()))
        Found[Slot].push_back(Mark);
  return Found;
}

/// I as a store to the frame's bits; null when it is none.
StoreInst *getBitsStore(Instruction &I, const AllocaInst &Slot) {
  auto *Store = dyn_cast<StoreInst>(&I);
  return Store && Store->isVolatile() && Store->getPointerOperand() == &Slot
             ? Store
             : nullptr;
}

/// Decides which calls can neither unwind nor panic inside.
class QuietCalls {
public:
  explicit QuietCalls(const TargetLibraryInfo &Library) : Library(Library) {}

  bool isQuiet(const CallBase &Call, unsigned Depth = 0) {
    if (!Call.doesNotThrow())
      return false;
    if (isa<IntrinsicInst>(Call) || Call.onlyReadsMemory())
      return true;
    const Function *Callee = Call.getCalledFunction();
    if (!Callee)
      return false;
    if (Callee->isDeclaration())
      return isLibraryFunction(*Callee);
    return !Callee->isInterposable() && isQuiet(*Callee, Depth);
  }

private:
  bool isLibraryFunction(const Function &F) {
    LibFunc Known;
    StringRef Name = F.getName();
    return Library.getLibFunc(F, Known) || Name.starts_with("pthread_") ||
           Name.starts_with("sem_") || isRuntimeSymbol(Name);
  }

  bool isQuiet(const Function &F, unsigned Depth) {
    constexpr unsigned MaxDepth = 4, MaxBlocks = 64;
    if (Depth == MaxDepth || F.size() > MaxBlocks)
      return false;
    auto [Known, IsNew] = Bodies.insert({&F, false}); // False on recursion.
    if (!IsNew)
      return Known->second;
    for (const BasicBlock &BB : F)
      for (const Instruction &I : BB)
        if (auto *Call = dyn_cast<CallBase>(&I);
            Call && !isQuiet(*Call, Depth + 1))
          return false;
    return Bodies[&F] = true;
  }

  const TargetLibraryInfo &Library;
  DenseMap<const Function *, bool> Bodies;
};

/// The data-flow over one frame.
class BitsFlow {
public:
  BitsFlow(Function &F, const AllocaInst &Slot, QuietCalls &Quiet)
      : F(F), Slot(Slot), Quiet(Quiet) {}

  /// Whether a call may unwind or panic while a bit may be set.
  bool canBeMet() {
    pushAll();
    while (!Work.empty()) {
      BasicBlock *BB = Work.pop_back_val();
      bool MayBeSet = Set.contains(BB);
      for (Instruction &I : *BB) {
        if (StoreInst *Store = getBitsStore(I, Slot))
          MayBeSet = mayBeNonZero(Store->getValueOperand(), 0);
        else if (auto *Load = dyn_cast<LoadInst>(&I);
                 Load && MayBeSet && isBitsLoad(*Load)) {
          if (NonZero.insert(Load).second)
            pushAll(); // Stores of this load's value may set bits after all.
        } else if (auto *Call = dyn_cast<CallBase>(&I);
                   Call && MayBeSet && !Quiet.isQuiet(*Call))
          return true;
      }
      if (!MayBeSet)
        continue;
      for (BasicBlock *Next : successors(BB))
        if (Set.insert(Next).second)
          Work.push_back(Next);
    }
    return false;
  }

private:
  void pushAll() {
    for (BasicBlock &BB : F)
      Work.push_back(&BB);
  }

  bool isBitsLoad(const LoadInst &Load) {
    return Load.isVolatile() && Load.getPointerOperand() == &Slot;
  }

  /// A load of the bits where none can be set gives zero, and so does clearing
  /// one of its bits.
  bool mayBeNonZero(Value *V, unsigned Depth) {
    if (match(V, PatternMatch::m_Zero()))
      return false;
    if (Depth == 8)
      return true;
    if (auto *Load = dyn_cast<LoadInst>(V))
      return !isBitsLoad(*Load) || NonZero.contains(Load);
    if (Value *Left;
        match(V, PatternMatch::m_And(PatternMatch::m_Value(Left),
                                     PatternMatch::m_ConstantInt())))
      return mayBeNonZero(Left, Depth + 1);
    if (auto *Phi = dyn_cast<PHINode>(V))
      return any_of(Phi->incoming_values(),
                    [&](Value *In) { return mayBeNonZero(In, Depth + 1); });
    return true;
  }

  Function &F;
  const AllocaInst &Slot;
  QuietCalls &Quiet;
  /// Blocks at whose start a bit may be set.
  SmallPtrSet<BasicBlock *, 16> Set;
  /// Loads that may find a bit set.
  SmallPtrSet<LoadInst *, 8> NonZero;
  SmallVector<BasicBlock *> Work;
};

bool isCallOf(const CallBase &Call, RuntimeFn Id) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && Callee->getName() == getSymbol(Id);
}

void drop(AllocaInst &Slot, ArrayRef<MarkFuncdata *> Marks) {
  for (MarkFuncdata *Mark : Marks)
    Mark->eraseFromParent();
  for (User *U : make_early_inc_range(Slot.users())) {
    if (auto *Store = dyn_cast<StoreInst>(U);
        Store && getBitsStore(*Store, Slot))
      Store->eraseFromParent();
    else if (auto *Load = dyn_cast<LoadInst>(U); Load && Load->isVolatile()) {
      Load->replaceAllUsesWith(Constant::getNullValue(Load->getType()));
      Load->eraseFromParent();
    } else if (auto *Call = dyn_cast<CallInst>(U);
               Call && isCallOf(*Call, RuntimeFn::Recovered)) {
      Call->replaceAllUsesWith(ConstantInt::getFalse(Call->getContext()));
      Call->eraseFromParent();
    }
  }
}

} // namespace

PreservedAnalyses DropFuncdataPass::run(Function &F,
                                        FunctionAnalysisManager &FAM) {
  Frames Found = collectFrames(F);
  if (Found.empty() || isRefused(*F.getParent()))
    return PreservedAnalyses::all();
  QuietCalls Quiet(FAM.getResult<TargetLibraryAnalysis>(F));
  bool Changed = false;
  for (auto &[Slot, Marks] : Found) {
    if (BitsFlow(F, *Slot, Quiet).canBeMet())
      continue;
    drop(*Slot, Marks);
    Changed = true;
  }
  if (!Changed)
    return PreservedAnalyses::all();
  PreservedAnalyses Kept;
  Kept.preserveSet<CFGAnalyses>();
  return Kept;
}

} // namespace deferc
