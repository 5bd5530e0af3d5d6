//===- DeferStatement.cpp - One defer statement in its function -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeferStatement.h"

#include "OperandMemory.h"
#include "ShapeVerifier.h"

#include "deferc/Contract/Markers.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace deferc {
namespace {

/// Lets \p V live to the end of the function.
void extend(AllocaInst *V) {
  for (User *U : make_early_inc_range(V->users()))
    if (auto *Marker = dyn_cast<LifetimeIntrinsic>(U))
      Marker->eraseFromParent();
}

/// Inlines the evaluate half. When \p FreesStack and the deferred call can have
/// pointers to what the half allocates, that memory comes from the heap.
void inlineEvaluate(CallBase *Call, const Closure &C, Value *Frame,
                    bool FreesStack) {
  Function &F = *Call->getFunction();
  InlineFunctionInfo Info;
  InlineResult Result = InlineFunction(*Call, Info);
  if (!Result.isSuccess())
    return reportShape({getRule(ClosureMarker::Begin), Call, &F,
                        std::string("the closure cannot be inlined: ") +
                            Result.getFailureReason()},
                       *F.getParent());
  placeAllocas(F, FreesStack && C.HasPointers ? Frame : nullptr);
}

void registerCall(const Closure &C, Value *Frame, Value *Env, Value *Object,
                  Instruction *At, DebugLoc Loc, Boxes &Boxed) {
  IRBuilder<> B(At);
  B.SetCurrentDebugLocation(Loc);
  CallInst *Registered =
      B.CreateCall(getOrInsertMarker(*At->getModule(), Marker::Defer),
                   {Frame, Env, C.Run, B.getInt32(C.Segment)});
  Boxed.take(Object, Registered);
}

} // namespace

void extendCaptures(AllocaInst *ClosureObject) {
  SmallVector<Value *, 8> Work = {ClosureObject};
  SmallVector<AllocaInst *, 8> Captures = {ClosureObject};
  while (!Work.empty())
    for (User *U : Work.pop_back_val()->users()) {
      if (auto *Address = dyn_cast<GetElementPtrInst>(U))
        Work.push_back(Address);
      else if (auto *Store = dyn_cast<StoreInst>(U))
        if (auto *V = dyn_cast<AllocaInst>(
                getUnderlyingObject(Store->getValueOperand())))
          Captures.push_back(V);
    }
  for (AllocaInst *V : Captures)
    extend(V);
}

void lowerReached(Function &F, Boxes &Boxed) {
  for (ClangReach *Call : findAll<ClangReach>(F)) {
    if (auto *V =
            dyn_cast<AllocaInst>(getUnderlyingObject(Call->getVariable()))) {
      Boxed.takeVariable(V, Call);
      extend(V);
    }
    Call->eraseFromParent();
  }
}

void lowerDefer(CallBase *Site, const Closure &C, Value *Frame, Boxes &Boxed,
                bool FreesStack) {
  Module &M = *Site->getModule();
  Value *Object = Site->getArgOperand(0);
  Value *Base = getUnderlyingObject(Object);
  IRBuilder<> B(Site);
  Value *Env =
      B.CreateCall(getOrInsertMarker(M, Marker::Env),
                   {Frame, B.getInt64(C.EnvSize),
                    B.getInt64(C.EnvAlign.value()), B.getInt32(C.Repeats)},
                   "env");

  // Behind the statement: the start of an invoke's normal edge.
  Instruction *Behind;
  if (auto *Invoke = dyn_cast<InvokeInst>(Site))
    Behind = &*SplitEdge(Invoke->getParent(), Invoke->getNormalDest())
                   ->getFirstInsertionPt();
  else
    Behind = Site->getNextNode();
  DebugLoc Loc = Site->getDebugLoc();

  if (C.IsBlock) {
    if (C.EnvSize)
      B.CreateMemCpy(Env, C.EnvAlign, Object, Align(8), C.EnvSize);
    if (auto *Invoke = dyn_cast<InvokeInst>(Site)) {
      Invoke->getUnwindDest()->removePredecessor(Invoke->getParent());
      BranchInst::Create(Invoke->getNormalDest(), Invoke->getIterator());
    }
    Site->eraseFromParent();
    registerCall(C, Frame, Env, Base, Behind, Loc, Boxed);
    return;
  }
  CallBase *First;
  if (auto *Invoke = dyn_cast<InvokeInst>(Site))
    First = B.CreateInvoke(C.Evaluate, Invoke->getNormalDest(),
                           Invoke->getUnwindDest(), {Object, Env});
  else
    First = B.CreateCall(C.Evaluate, {Object, Env});
  First->setDebugLoc(Loc);
  Site->eraseFromParent();
  if (C.HasFrame)
    Behind = SplitBlockAndInsertIfThen(First, Behind, /*Unreachable=*/false);
  registerCall(C, Frame, Env, Base, Behind, Loc, Boxed);
  if (!C.HasFrame)
    inlineEvaluate(First, C, Frame, FreesStack);
}

} // namespace deferc
