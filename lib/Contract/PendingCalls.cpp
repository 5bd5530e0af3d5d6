//===- PendingCalls.cpp - What may be pending where -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The transfer function of every marker, and the edges that control can take.
/// Lower.cpp drops dead code before it lowers, so the data-flow leaves the same
/// code out: what is behind a call that does not return, and the other side of
/// a branch on a constant.
///
//===----------------------------------------------------------------------===//

#include "deferc/Contract/PendingCalls.h"
#include "deferc/Contract/Markers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace deferc {

SmallVector<unsigned, 4> PendingCalls::State::getSegments() const {
  SmallVector<unsigned, 4> Numbers;
  for (unsigned I = Segments.size(); I-- > 0;)
    if (Segments.test(I))
      Numbers.push_back(Flow->Segments[I]);
  return Numbers;
}

bool PendingCalls::State::isDeferred(const Instruction &Env) const {
  return Deferred.test(Flow->Envs.lookup(&Env));
}

bool PendingCalls::State::merge(const State &Other) {
  State Old = *this;
  Segments |= Other.Segments;
  Deferred |= Other.Deferred;
  Unasked |= Other.Unasked;
  return Segments != Old.Segments || Deferred != Old.Deferred ||
         Unasked != Old.Unasked;
}

/// The runtime runs higher segments with this one. That higher segments are
/// left first is a rule of its own, which VerifyPaths checks.
void PendingCalls::State::leave(unsigned Segment) {
  Segments.reset(Flow->indexOf(Segment), Segments.size());
}

PendingCalls::PendingCalls(const Function &F) {
  number(F);
  State Start;
  Start.Flow = this;
  Start.Segments.resize(Segments.size());
  Start.Deferred.resize(Envs.size());

  AtStart[&F.getEntryBlock()] = Start;
  SmallVector<const BasicBlock *> Work = {&F.getEntryBlock()};
  while (!Work.empty()) {
    const BasicBlock &BB = *Work.pop_back_val();
    flowThrough(
        BB, AtStart[&BB], [](const Instruction &, const State &) {},
        [&](const BasicBlock &Next, const State &S) {
          auto [Known, IsNew] = AtStart.insert({&Next, S});
          if (IsNew || Known->second.merge(S))
            Work.push_back(&Next);
        });
  }
}

void PendingCalls::number(const Function &F) {
  for (const Instruction &I : instructions(F))
    if (auto *Defer = dyn_cast<MarkDefer>(&I)) {
      Segments.push_back(Defer->getSegment());
      Envs.insert({Defer->getEnv(), Envs.size()});
    }
  llvm::sort(Segments);
  Segments.erase(llvm::unique(Segments), Segments.end());
}

/// The index of a segment. A segment without a defer marker gets the index
/// where it would be inserted.
unsigned PendingCalls::indexOf(unsigned Segment) const {
  return llvm::lower_bound(Segments, Segment) - Segments.begin();
}

void PendingCalls::visit(Visitor Visit) const {
  for (const auto &[BB, S] : AtStart)
    flowThrough(*BB, S, Visit, [](const BasicBlock &, const State &) {});
}

void PendingCalls::flowThrough(const BasicBlock &BB, State S, Visitor Visit,
                               Edge Leave) const {
  // The last unwind marker, unless a defer marker has come after it.
  const MarkUnwind *Asked = nullptr;
  if (const BasicBlock *Before = BB.getSinglePredecessor())
    Asked = dyn_cast<MarkUnwind>(Before->getTerminator());
  for (const Instruction &I : BB) {
    Visit(I, S);
    if (I.isTerminator())
      return leaveBlock(I, S, Asked, Leave);
    apply(I, S);
    if (auto *Unwind = dyn_cast<MarkUnwind>(&I))
      Asked = Unwind;
    else if (isa<MarkDefer>(I))
      Asked = nullptr;
    else if (auto *Call = dyn_cast<CallInst>(&I);
             Call && Call->doesNotReturn() && !Call->isMustTailCall())
      return;
  }
}

void PendingCalls::apply(const Instruction &I, State &S) const {
  if (auto *Defer = dyn_cast<MarkDefer>(&I)) {
    S.Segments.set(indexOf(Defer->getSegment()));
    S.Deferred.set(Envs.lookup(Defer->getEnv()));
  } else if (isa<MarkEnv>(I)) {
    if (auto Known = Envs.find(&I); Known != Envs.end())
      S.Deferred.reset(Known->second);
  } else if (auto *Exit = dyn_cast<MarkExit>(&I)) {
    S.leave(Exit->getSegment());
  } else if (isa<MarkUnwind>(I)) {
    S.Unasked = false; // The edges of the answer change what is pending.
  }
}

void PendingCalls::leaveBlock(const Instruction &Last, State S,
                              const MarkUnwind *Asked, Edge Leave) const {
  if (auto *Invoke = dyn_cast<InvokeInst>(&Last)) {
    if (!Invoke->doesNotThrow()) {
      State Thrown = S;
      Thrown.Unasked = S.any();
      Leave(*Invoke->getUnwindDest(), Thrown);
    }
    apply(Last, S);
    if (!Invoke->doesNotReturn())
      Leave(*Invoke->getNormalDest(), S);
    return;
  }
  if (auto *Branch = dyn_cast<BranchInst>(&Last);
      Branch && Branch->isConditional()) {
    const Value *Condition = Branch->getCondition();
    if (auto *Known = dyn_cast<ConstantInt>(Condition))
      return Leave(*Branch->getSuccessor(Known->isZero()), S);
    if (Condition == Asked) {
      Leave(*Branch->getSuccessor(0), S);
      S.leave(Asked->getSegment());
      return Leave(*Branch->getSuccessor(1), S);
    }
  }
  if (auto *Switch = dyn_cast<SwitchInst>(&Last))
    if (auto *Known = dyn_cast<ConstantInt>(Switch->getCondition()))
      return Leave(*Switch->findCaseValue(Known)->getCaseSuccessor(), S);
  for (const BasicBlock *Next : successors(&Last))
    Leave(*Next, S);
}

} // namespace deferc
