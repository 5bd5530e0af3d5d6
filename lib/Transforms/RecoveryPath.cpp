//===- RecoveryPath.cpp - A way out for recovered panics ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// After a recover, control joins the function's normal end, whose exits run
/// what is still pending. The end is then reached in two ways: with bits that
/// are known, and with bits that are not. It also lies on a cycle: a call of an
/// exit may panic, an earlier defer may recover, and the end begins again. The
/// optimizer does not split such an end, so this file does:
///
///   Before:  body -> end: exit(1); exit(0); ret     recovered -> end
///   After:   body -> end: exit(1); exit(0); ret
///            recovered -> end': exit(1); exit(0); ret
///
/// The copy is cold. In the original, known bits fold, and the deferred calls
/// stand directly before the return.
///
/// Leaves: functions that are to be small (-Oz), ends that lead back to a defer
///         statement by a jump out of a segment, and ends of more blocks than
///         a copy is worth.
///
//===----------------------------------------------------------------------===//

#include "RecoveryPath.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

constexpr unsigned MaxBlocks = 64;

using Region = SmallSetVector<BasicBlock *, 16>;

/// The branches to the recovery exits, which are their first successors.
SmallVector<BranchInst *> findBranches(const FrameMarkers &Frame) {
  SmallVector<BranchInst *> Branches;
  for (MarkUnwind *Unwind : Frame.Unwinds)
    for (User *U : Unwind->users())
      if (auto *Branch = dyn_cast<BranchInst>(U))
        Branches.push_back(Branch);
  return Branches;
}

/// The blocks that are reached from the recovery exits without unwinding; empty
/// when they are not to be copied.
Region findEnd(ArrayRef<BranchInst *> Branches) {
  Region End;
  for (BranchInst *Branch : Branches)
    End.insert(Branch->getSuccessor(0));
  for (unsigned I = 0; I != End.size(); ++I) {
    if (End.size() > MaxBlocks || End[I]->hasAddressTaken())
      return {};
    for (Instruction &Inst : *End[I])
      if (isa<MarkEnv>(Inst) || isa<MarkUnwind>(Inst) || isa<MarkFrame>(Inst))
        return {};
    Instruction *Last = End[I]->getTerminator();
    if (auto *Invoke = dyn_cast<InvokeInst>(Last))
      End.insert(Invoke->getNormalDest());
    else
      End.insert(succ_begin(Last), succ_end(Last));
  }
  return End;
}

/// Splits the edges that carry the value of an invoke or a callbr into a PHI
/// node of \p BB: such a value can be stored only behind its terminator.
void splitEdgesOfValues(BasicBlock *BB) {
  SmallSetVector<Instruction *, 4> Terminators;
  for (PHINode &Phi : BB->phis())
    for (auto [Value, From] : zip(Phi.incoming_values(), Phi.blocks()))
      if (Instruction *Last = From->getTerminator(); Value == Last)
        Terminators.insert(Last);
  for (Instruction *Last : Terminators)
    for (unsigned I = 0; I != Last->getNumSuccessors(); ++I)
      if (Last->getSuccessor(I) == BB)
        SplitKnownCriticalEdge(Last, I);
}

/// Puts every value of the end that another block uses into memory, so that the
/// copy needs no PHI nodes. SSA construction takes them out again.
void demoteValues(const Region &End) {
  for (BasicBlock *BB : End)
    splitEdgesOfValues(BB);
  SmallVector<PHINode *> Phis;
  for (BasicBlock *BB : End)
    for (PHINode &Phi : BB->phis())
      Phis.push_back(&Phi);
  for (PHINode *Phi : Phis)
    DemotePHIToStack(Phi);
  // PHI nodes come first: the loads that replace them are values, too.
  SmallVector<Instruction *> Values;
  for (BasicBlock *BB : End)
    for (Instruction &I : *BB)
      if (any_of(I.users(), [&](const User *U) {
            auto *User = cast<Instruction>(U);
            return User->getParent() != BB || isa<PHINode>(User);
          }))
        Values.push_back(&I);
  for (Instruction *I : Values)
    DemoteRegToStack(*I);
}

void copyEnd(const Region &End, ArrayRef<BranchInst *> Branches) {
  Function &F = *End.front()->getParent();
  ValueToValueMapTy VMap;
  SmallVector<BasicBlock *> Copies;
  for (BasicBlock *BB : End) {
    BasicBlock *Copy = CloneBasicBlock(BB, VMap, ".recovered", &F);
    VMap[BB] = Copy;
    Copies.push_back(Copy);
  }
  for (BasicBlock *BB : End)
    if (auto *Invoke = dyn_cast<InvokeInst>(BB->getTerminator()))
      for (PHINode &Phi : Invoke->getUnwindDest()->phis()) {
        Value *V = Phi.getIncomingValueForBlock(BB);
        Value *Mapped = VMap.lookup(V);
        Phi.addIncoming(Mapped ? Mapped : V, cast<BasicBlock>(VMap[BB]));
      }
  remapInstructionsInBlocks(Copies, VMap);
  for (BasicBlock *Copy : Copies)
    for (Instruction &I : *Copy)
      if (isa<MarkExit>(I))
        I.setMetadata(ColdExit, MDNode::get(F.getContext(), {}));
  for (BranchInst *Branch : Branches)
    Branch->setSuccessor(0, cast<BasicBlock>(VMap[Branch->getSuccessor(0)]));
}

} // namespace

bool splitRecoveryPath(const FrameMarkers &Frame) {
  if (Frame.F.hasMinSize())
    return false;
  SmallVector<BranchInst *> Branches = findBranches(Frame);
  Region End = findEnd(Branches);
  if (End.empty())
    return false;
  demoteValues(End);
  End = findEnd(Branches); // Demotion may have split edges.
  copyEnd(End, Branches);
  return true;
}

} // namespace deferc
