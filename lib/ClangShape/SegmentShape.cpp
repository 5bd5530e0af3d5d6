//===- SegmentShape.cpp - Where Clang runs segments -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SegmentShape.h"

#include "llvm/ADT/SmallPtrSet.h"

using namespace llvm;

namespace deferc {
namespace {

/// Whether \p I begins a handler. The C++ ABI names the function that does so
/// (Itanium C++ ABI, exception handling 2.5.3).
bool beginsCatch(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
  return Callee && Callee->getName() == "__cxa_begin_catch";
}

/// Tells blocks that run while an exception is in flight from all others.
class UnwindBlocks {
public:
  explicit UnwindBlocks(Function &F) {
    SmallVector<BasicBlock *, 16> Work;
    for (BasicBlock &BB : F)
      if (BB.isLandingPad())
        Work.push_back(&BB);
    while (!Work.empty()) {
      BasicBlock *BB = Work.pop_back_val();
      if (Unwinding.insert(BB).second && none_of(*BB, beginsCatch))
        append_range(Work, successors(BB));
    }
  }

  /// A run marker in the block where a handler begins stands behind the call
  /// that begins the handler.
  bool contain(const ClangRun *Run) const {
    const BasicBlock *BB = Run->getParent();
    return Unwinding.contains(BB) &&
           none_of(make_range(BB->begin(), Run->getIterator()), beginsCatch);
  }

private:
  SmallPtrSet<const BasicBlock *, 16> Unwinding;
};

} // namespace

MapVector<AllocaInst *, Segment> findSegments(Function &F) {
  MapVector<AllocaInst *, Segment> Segments;
  for (ClangRecovered *Recovered : findAll<ClangRecovered>(F)) {
    Segment &S = Segments[Recovered->getSegment()];
    S.Number = Recovered->getNumber();
    S.Recovered = Recovered;
    S.RecoveryExit = S.branch()->getSuccessor(0);
  }
  if (Segments.empty())
    return Segments;
  UnwindBlocks Unwinding(F);
  for (ClangRun *Run : findAll<ClangRun>(F)) {
    Segment &S = Segments[Run->getSegment()];
    (Unwinding.contain(Run) ? S.UnwindRuns : S.NormalRuns).push_back(Run);
  }
  return Segments;
}

ExceptionSlots findExceptionSlots(Function &F) {
  ExceptionSlots Found;
  for (BasicBlock &BB : F) {
    LandingPadInst *Pad = BB.getLandingPadInst();
    if (!Pad)
      continue;
    for (User *U : Pad->users()) {
      auto *Part = dyn_cast<ExtractValueInst>(U);
      if (!Part)
        continue;
      AllocaInst *&Slot =
          Part->getIndices()[0] == 0 ? Found.Exception : Found.Selector;
      for (User *S : Part->users())
        if (auto *Store = dyn_cast<StoreInst>(S))
          if (auto *V = dyn_cast<AllocaInst>(Store->getPointerOperand()))
            Slot = V;
    }
  }
  return Found;
}

LandingPadInst *outermostPad(BasicBlock *BB) {
  SmallPtrSet<BasicBlock *, 16> Seen;
  SmallVector<BasicBlock *, 16> Work = {BB};
  LandingPadInst *Best = nullptr;
  while (!Work.empty()) {
    BasicBlock *At = Work.pop_back_val();
    if (!Seen.insert(At).second)
      continue;
    if (LandingPadInst *Pad = At->getLandingPadInst()) {
      if (!Best || Pad->getNumClauses() < Best->getNumClauses())
        Best = Pad;
      continue;
    }
    append_range(Work, predecessors(At));
  }
  return Best;
}

} // namespace deferc
