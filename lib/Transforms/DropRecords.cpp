//===- DropRecords.cpp - Forget frames no panic can meet ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The bits and the environments of an open-coded frame are in memory for one
/// reader, a panic that comes by. When no instruction that may unwind runs while
/// a bit can be set, no panic ever finds anything to do here: the record marker
/// goes, the bits go, the runtime need not be asked whether this frame recovered,
/// and the environment is memory like any other.
///
/// A forward data-flow over blocks, one fact: a bit may be set. Stores of zero to
/// the bits clear it, other stores set it, unless what they store is what a load
/// has found where no bit can be set.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/DropRecords.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;

namespace deferc {
namespace {

using Frames = MapVector<AllocaInst *, SmallVector<MarkRecord *>>;

Frames collectFrames(Function &F) {
  Frames Found;
  Function *Marker = F.getParent()->getFunction(getSymbol(Marker::Record));
  if (!Marker)
    return Found;
  for (User *U : Marker->users())
    if (auto *Mark = dyn_cast<MarkRecord>(U); Mark && Mark->getFunction() == &F)
      if (auto *Slot = dyn_cast<AllocaInst>(Mark->getFrame()))
        Found[Slot].push_back(Mark);
  return Found;
}

/// The store to the frame's bits that I is, if it is one.
StoreInst *getBitsStore(Instruction &I, const AllocaInst &Slot) {
  auto *Store = dyn_cast<StoreInst>(&I);
  return Store && Store->isVolatile() && Store->getPointerOperand() == &Slot
             ? Store
             : nullptr;
}

/// The data-flow over one frame.
class BitsFlow {
public:
  BitsFlow(Function &F, const AllocaInst &Slot) : F(F), Slot(Slot) {}

  /// Whether something may unwind while a bit may be set.
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
            pushAll(); // Stores of what it loads may set bits after all.
        } else if (auto *Call = dyn_cast<CallBase>(&I); // Not I.mayThrow(),
                   Call && MayBeSet && !Call->doesNotThrow()) // blind to invokes.
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

  /// Bits that a pad has loaded where none can be set are zero, and so is what
  /// clearing makes of them.
  bool mayBeNonZero(Value *V, unsigned Depth) {
    if (match(V, PatternMatch::m_Zero()))
      return false;
    if (Depth == 8)
      return true;
    if (auto *Load = dyn_cast<LoadInst>(V))
      return !isBitsLoad(*Load) || NonZero.contains(Load);
    if (Value *Left; match(V, PatternMatch::m_And(PatternMatch::m_Value(Left),
                                                  PatternMatch::m_ConstantInt())))
      return mayBeNonZero(Left, Depth + 1);
    if (auto *Phi = dyn_cast<PHINode>(V))
      return any_of(Phi->incoming_values(),
                    [&](Value *In) { return mayBeNonZero(In, Depth + 1); });
    return true;
  }

  Function &F;
  const AllocaInst &Slot;
  /// Blocks at whose start a bit may be set.
  SmallPtrSet<BasicBlock *, 16> Set;
  /// Loads that may find one set.
  SmallPtrSet<LoadInst *, 8> NonZero;
  SmallVector<BasicBlock *> Work;
};

bool isCallOf(const CallBase &Call, RuntimeFn Id) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && Callee->getName() == getSymbol(Id);
}

void drop(AllocaInst &Slot, ArrayRef<MarkRecord *> Marks) {
  for (MarkRecord *Mark : Marks)
    Mark->eraseFromParent();
  for (User *U : make_early_inc_range(Slot.users())) {
    if (auto *Store = dyn_cast<StoreInst>(U); Store && getBitsStore(*Store, Slot))
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

PreservedAnalyses DropRecordsPass::run(Function &F, FunctionAnalysisManager &) {
  bool Changed = false;
  for (auto &[Slot, Marks] : collectFrames(F)) {
    if (BitsFlow(F, *Slot).canBeMet())
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
