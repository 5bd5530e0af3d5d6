//===- OperandMemory.cpp - What an operand takes from the stack -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OperandMemory.h"

#include "MarkerCalls.h"

#include "deferc/Contract/Markers.h"

#include "llvm/Analysis/CFG.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace deferc {
namespace {

template <Intrinsic::ID Id> SmallVector<IntrinsicInst *, 4> all(Function &F) {
  SmallVector<IntrinsicInst *, 4> List;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<IntrinsicInst>(&I);
        Call && Call->getIntrinsicID() == Id)
      List.push_back(Call);
  return List;
}

bool isInLoop(const BasicBlock *BB) {
  return any_of(successors(BB), [&](const BasicBlock *Next) {
    return isPotentiallyReachable(Next, BB);
  });
}

void keepScopes(Function &F) {
  for (IntrinsicInst *Restore : all<Intrinsic::stackrestore>(F))
    if (!isInLoop(Restore->getParent()))
      Restore->eraseFromParent();
  for (IntrinsicInst *Save : all<Intrinsic::stacksave>(F))
    if (Save->use_empty())
      Save->eraseFromParent();
}

} // namespace

void separateAllocas(CallBase *Begin) {
  BasicBlock *Entry = Begin->getParent();
  if (any_of(make_range(Begin->getIterator(), Entry->end()),
             [](const Instruction &I) { return isa<AllocaInst>(I); }))
    Entry->splitBasicBlock(Begin, "deferc.operand");
}

void markAllocas(Function &F, bool HasPointers) {
  if (HasPointers)
    keepScopes(F);
  const DataLayout &DL = F.getDataLayout();
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    auto *A = dyn_cast<AllocaInst>(&I);
    if (!A)
      continue;
    IRBuilder<> B(A);
    Value *Count = B.CreateZExtOrTrunc(A->getArraySize(), B.getInt64Ty());
    Value *Size = B.CreateMul(
        Count, B.getInt64(DL.getTypeAllocSize(A->getAllocatedType())));
    A->replaceAllUsesWith(
        B.CreateCall(getOrInsertMarker(*F.getParent(), ClosureMarker::Alloca),
                     {Size, B.getInt64(A->getAlign().value())}));
    A->eraseFromParent();
  }
}

void placeAllocas(Function &F, Value *Frame) {
  Module &M = *F.getParent();
  for (ClangAlloca *Call : findAll<ClangAlloca>(F)) {
    IRBuilder<> B(Call);
    Value *Memory;
    if (Frame) {
      Memory = B.CreateCall(getOrInsertMarker(M, Marker::Box),
                            {Frame, Call->getSize(),
                             B.getInt64(Call->getAlignment()),
                             ConstantPointerNull::get(B.getPtrTy())});
    } else {
      AllocaInst *A = B.CreateAlloca(B.getInt8Ty(), Call->getSize());
      A->setAlignment(Align(Call->getAlignment()));
      Memory = A;
    }
    Call->replaceAllUsesWith(Memory);
    Call->eraseFromParent();
  }
}

bool freesStack(Function &F) {
  return !all<Intrinsic::stackrestore>(F).empty();
}

} // namespace deferc
