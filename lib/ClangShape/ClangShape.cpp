//===- ClangShape.cpp - From Clang's IR to the contract's markers ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "deferc/ClangShape/ClangShape.h"

#include "Boxes.h"
#include "Closure.h"
#include "Faults.h"
#include "Forwarders.h"
#include "Labels.h"
#include "OperandMemory.h"
#include "Segments.h"

#include "deferc/ClangShape/ClosureMarkers.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/Verify.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

using ClosureMap = DenseMap<Function *, std::unique_ptr<Closure>>;
using ClosureMarkers = DenseMap<Function *, CallBase *>;

/// The calls of closures in \p F: its defer statements.
SmallVector<CallBase *, 8> deferStatements(Function &F,
                                           const ClosureMap &Closures) {
  SmallVector<CallBase *, 8> Sites;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallBase>(&I))
      if (Function *Callee = Call->getCalledFunction();
          Callee && Closures.count(Callee))
        Sites.push_back(Call);
  return Sites;
}

/// Names the closures in \p Outer, and those in them, after the function.
void nameClosures(const Function &Outer, const ClosureMarkers &Markers,
                  SmallPtrSetImpl<Function *> &Named) {
  unsigned Blocks = 0, Calls = 0;
  for (const Instruction &I : instructions(Outer)) {
    auto *Call = dyn_cast<CallBase>(&I);
    Function *Callee = Call ? Call->getCalledFunction() : nullptr;
    CallBase *Begin = Callee ? Markers.lookup(Callee) : nullptr;
    if (!Begin || !Named.insert(Callee).second)
      continue;
    if (isBlock(*Begin))
      nameClosure(*Callee, Outer, ".func" + Twine(++Blocks));
    else
      nameClosure(*Callee, Outer, ".deferwrap" + Twine(++Calls));
    nameClosures(*Callee, Markers, Named);
  }
}

void extend(AllocaInst *V) {
  for (User *U : make_early_inc_range(V->users()))
    if (auto *Marker = dyn_cast<LifetimeIntrinsic>(U))
      Marker->eraseFromParent();
}

/// Variables that a closure captures live to the end of the function.
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

/// The same for what a closure reaches without capturing it.
void lowerReached(Function &F, Boxes &Boxed) {
  Function *Marker = F.getParent()->getFunction(ReachMarker);
  if (!Marker)
    return;
  for (User *U : make_early_inc_range(Marker->users())) {
    auto *Call = dyn_cast<CallInst>(U);
    if (!Call || Call->getFunction() != &F)
      continue;
    if (auto *V =
            dyn_cast<AllocaInst>(getUnderlyingObject(Call->getArgOperand(0)))) {
      Boxed.takeVariable(V, Call);
      extend(V);
    }
    Call->eraseFromParent();
  }
}

/// Inlines the first half. What it allocates comes from the heap if the
/// function
/// \p FreesStack, and the deferred call can have pointers to it.
void inlineEvaluate(CallBase *Call, const Closure &C, Value *Frame,
                    bool FreesStack) {
  Function &F = *Call->getFunction();
  InlineFunctionInfo Info;
  [[maybe_unused]] InlineResult Result = InlineFunction(*Call, Info);
  assert(Result.isSuccess() && "the first half can always be inlined");
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

/// Replaces one defer statement by env, first half and defer marker.
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

void lowerFunction(Function &F, const ClosureMap &Closures, Labels &Addresses) {
  Value *Frame = lowerSegments(F);
  // Behind a return or a panic Clang emits no variables, so no segments, but it
  // does emit a statement with a label in it, be it in a lambda. Not before:
  // what a goto jumps over is dead, but its segment's way out of a recovery is
  // not.
  if (!Frame && !deferStatements(F, Closures).empty())
    removeUnreachableBlocks(F);
  SmallVector<CallBase *, 8> Sites = deferStatements(F, Closures);
  if (!Frame) {
    for (CallBase *Site : Sites) {
      refuse(*F.getParent());
      F.getContext().diagnose(DiagnosticInfoUnsupported(
          F, "defer without a frame", Site->getDebugLoc()));
    }
    return;
  }
  Boxes Boxed(F);
  lowerReached(F, Boxed);
  for (CallBase *Site : Sites)
    if (auto *Object =
            dyn_cast<AllocaInst>(getUnderlyingObject(Site->getArgOperand(0))))
      extendCaptures(Object);
  const bool FreesStack = freesStack(F);
  for (CallBase *Site : Sites)
    lowerDefer(Site, *Closures.find(Site->getCalledFunction())->second, Frame,
               Boxed, FreesStack);
  Boxed.lower(Frame);
  removeUnreachableBlocks(F); // Pads of statements that do not unwind.
  Addresses.place(F);
}

/// Splits \p F, if it is a closure. The operand of a call may defer in a
/// statement expression, so those closures are split, and lowered in \p F,
/// before that is split.
bool splitInnerFirst(Function &F, const ClosureMarkers &Markers,
                     ClosureMap &Closures, Labels &Addresses) {
  CallBase *Begin = Markers.lookup(&F);
  if (!Begin || Closures.count(&F))
    return true;
  if (!isBlock(*Begin)) {
    bool Defers = false;
    for (Instruction &I : instructions(F))
      if (auto *Call = dyn_cast<CallBase>(&I))
        if (Function *Inner = Call->getCalledFunction();
            Inner && Markers.count(Inner)) {
          Defers = true;
          if (!splitInnerFirst(*Inner, Markers, Closures, Addresses))
            return false;
        }
    if (Defers)
      lowerFunction(F, Closures, Addresses);
    Addresses.hold(F);
  }
  std::unique_ptr<Closure> C = splitClosure(F, Begin);
  if (!C)
    return false;
  if (C->HasFrame)
    Addresses.place(*C->Evaluate);
  Closures[&F] = std::move(C);
  return true;
}

/// A closure that nothing calls any more, and the halves that were inlined.
void eraseDead(const ClosureMap &Closures) {
  for (auto &[F, C] : Closures) {
    if (C->Evaluate) {
      if (C->Evaluate->use_empty())
        C->Evaluate->eraseFromParent();
      if (F->use_empty())
        F->eraseFromParent();
    }
  }
}

} // namespace

PreservedAnalyses ClangShapePass::run(Module &M, ModuleAnalysisManager &) {
  bool Changed = lowerFaultChecks(M);
  Changed |= markForwarders(M);
  if (none_of(ArrayRef{"__deferc_mark_begin", "__deferc_mark_run",
                       "__deferc_mark_catching"},
              [&](StringRef Name) { return M.getFunction(Name) != nullptr; }))
    return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();

  ClosureMap Closures;
  ClosureMarkers Markers;
  SmallVector<Function *, 32> Functions;
  for (Function &F : M) {
    if (F.isDeclaration())
      continue;
    Functions.push_back(&F);
    if (CallBase *Begin = findClosureMarker(F))
      Markers[&F] = Begin;
  }
  SmallPtrSet<Function *, 32> Named;
  for (Function *F : Functions)
    if (!Markers.count(F))
      nameClosures(*F, Markers, Named);
  Labels Addresses(M);
  for (Function *F : Functions)
    if (!splitInnerFirst(*F, Markers, Closures, Addresses)) {
      refuse(M);
      return PreservedAnalyses::none();
    }
  for (Function *F : Functions) {
    auto It = Closures.find(F);
    // Of a call form's closure only the halves go on.
    if (It == Closures.end() || It->second->IsBlock)
      lowerFunction(*F, Closures, Addresses);
  }
  eraseDead(Closures);

  for (StringRef Name :
       {"__deferc_mark_begin", "__deferc_mark_end", "__deferc_mark_split",
        "__deferc_mark_reach", "__deferc_mark_run", "__deferc_mark_recovered",
        "__deferc_mark_catching"})
    if (Function *F = M.getFunction(Name); F && F->use_empty())
      F->eraseFromParent();
  return PreservedAnalyses::none();
}

} // namespace deferc
