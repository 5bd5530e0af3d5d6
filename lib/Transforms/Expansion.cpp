//===- Expansion.cpp - Put code in a marker's place -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Splits blocks and edges around a marker, and updates the PHI nodes of its
/// successors.
///
//===----------------------------------------------------------------------===//

#include "Expansion.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace deferc {

LocatedBuilder::LocatedBuilder(Instruction *At) : IRBuilder<>(At) {
  if (At->getDebugLoc())
    return;
  if (DISubprogram *SP = At->getFunction()->getSubprogram())
    SetCurrentDebugLocation(DILocation::get(At->getContext(), 0, 0, SP));
}

Expansion::Expansion(CallBase &Marker)
    : B(&Marker), Marker(Marker), Head(Marker.getParent()) {
  if (auto *Invoke = dyn_cast<InvokeInst>(&Marker)) {
    UnwindDest = Invoke->getUnwindDest();
    BasicBlock *Normal = Invoke->getNormalDest();
    Tail = BasicBlock::Create(Marker.getContext(), "deferc.done",
                              Head->getParent(), Normal);
    BranchInst::Create(Normal, Tail)->setDebugLoc(B.getCurrentDebugLocation());
    Normal->replacePhiUsesWith(Head, Tail);
  } else {
    Tail = Head->splitBasicBlock(Marker.getNextNode(), "deferc.done");
    Head->getTerminator()->eraseFromParent();
  }
  // The marker stays the last instruction of its block until finish().
}

BasicBlock *Expansion::createBlock(const Twine &Name) {
  return BasicBlock::Create(Marker.getContext(), Name, Head->getParent(), Tail);
}

CallBase *Expansion::emitCall(FunctionCallee Callee, ArrayRef<Value *> Args) {
  if (!UnwindDest)
    return B.CreateCall(Callee, Args);
  BasicBlock *Next = createBlock("deferc.next");
  InvokeInst *Invoke = B.CreateInvoke(Callee, Next, UnwindDest, Args);
  for (PHINode &Phi : UnwindDest->phis())
    Phi.addIncoming(Phi.getIncomingValueForBlock(Head), Invoke->getParent());
  B.SetInsertPoint(Next);
  return Invoke;
}

void Expansion::finish(Value *Result) {
  B.CreateBr(Tail);
  if (Result)
    Marker.replaceAllUsesWith(Result);
  if (UnwindDest)
    UnwindDest->removePredecessor(Head, /*KeepOneInputPHIs=*/true);
  Marker.eraseFromParent();
}

} // namespace deferc
