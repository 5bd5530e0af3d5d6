//===- Boxes.cpp - Loop variables that deferred calls reach ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Boxes.h"

#include "deferc/ClangShape/ClosureMarkers.h"
#include "deferc/Contract/Markers.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace deferc {
namespace {

StringRef annotationText(const IntrinsicInst &I) {
  auto *Text =
      dyn_cast<GlobalVariable>(I.getArgOperand(1)->stripPointerCasts());
  if (!Text || !Text->hasInitializer())
    return "";
  auto *Data = dyn_cast<ConstantDataSequential>(Text->getInitializer());
  return Data && Data->isCString() ? Data->getAsCString() : "";
}

/// The alloca that \p Address points into.
AllocaInst *baseAlloca(Value *Address) {
  return dyn_cast<AllocaInst>(getUnderlyingObject(Address));
}

} // namespace

Boxes::Boxes(Function &F) : F(F) {
  SmallVector<Instruction *, 4> Dead;
  for (Instruction &I : instructions(F)) {
    auto *Call = dyn_cast<IntrinsicInst>(&I);
    if (!Call || Call->getIntrinsicID() != Intrinsic::var_annotation)
      continue;
    StringRef Text = annotationText(*Call);
    if (Text == annotation::Result)
      Dead.push_back(Call);
    if (Text != annotation::Box)
      continue;
    if (auto *V =
            dyn_cast<AllocaInst>(Call->getArgOperand(0)->stripPointerCasts()))
      List.push_back({V, Call, nullptr});
  }
  for (Instruction *I : Dead)
    I->eraseFromParent();
  IRBuilder<> B(&*F.getEntryBlock().getFirstInsertionPt());
  for (auto [Index, Box] : enumerate(List)) {
    Box.Taken = B.CreateAlloca(B.getInt8Ty(), nullptr, "taken");
    for (User *U : Box.Variable->users())
      if (auto *Store = dyn_cast<StoreInst>(U);
          Store && Store->getValueOperand() == Box.Variable)
        if (AllocaInst *Closure = baseAlloca(Store->getPointerOperand()))
          Captured[Closure].push_back(Index);
  }
}

void Boxes::take(Value *Closure, Instruction *At) {
  auto It = Captured.find(Closure);
  if (It == Captured.end())
    return;
  IRBuilder<> B(At);
  for (unsigned Index : It->second)
    B.CreateStore(B.getInt8(1), List[Index].Taken);
}

void Boxes::takeVariable(Value *Variable, Instruction *At) {
  for (Box &Box : List)
    if (Box.Variable == Variable)
      new StoreInst(ConstantInt::get(Box.Taken->getAllocatedType(), 1),
                    Box.Taken, At->getIterator());
}

void Boxes::lower(Value *Frame) {
  const DataLayout &DL = F.getDataLayout();
  for (Box &Box : List) {
    AllocaInst *V = Box.Variable;
    IRBuilder<> Entry(&*std::next(Box.Taken->getIterator()));
    AllocaInst *Current = Entry.CreateAlloca(Entry.getPtrTy(), nullptr, "box");
    IRBuilder<> B(cast<Instruction>(Frame)->getNextNode());
    B.CreateStore(B.getInt8(0), Box.Taken);

    SmallVector<Use *, 16> Uses;
    SmallVector<Instruction *, 4> Dead = {Box.Declared};
    for (Use &U : V->uses()) {
      if (isa<LifetimeIntrinsic>(U.getUser()))
        Dead.push_back(cast<Instruction>(U.getUser()));
      else if (U.getUser() != Box.Declared)
        Uses.push_back(&U);
    }
    // After a jump past the declaration, the variable is on the stack.
    B.CreateStore(V, Current);
    for (Use *U : Uses) {
      auto *User = cast<Instruction>(U->getUser());
      Instruction *At = User;
      if (auto *Phi = dyn_cast<PHINode>(User))
        At = Phi->getIncomingBlock(*U)->getTerminator();
      IRBuilder<> Load(At);
      U->set(Load.CreateLoad(Load.getPtrTy(), Current));
    }
    B.SetInsertPoint(Box.Declared);
    Value *New = B.CreateCall(
        getOrInsertMarker(*F.getParent(), Marker::Box),
        {Frame, B.getInt64(V->getAllocationSize(DL)->getFixedValue()),
         B.getInt64(V->getAlign().value()), Box.Taken});
    B.CreateStore(New, Current);
    for (Instruction *I : Dead)
      I->eraseFromParent();
  }
}

} // namespace deferc
