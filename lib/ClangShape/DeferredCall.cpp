//===- DeferredCall.cpp - The deferred call of a closure ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeferredCall.h"

#include "MarkerCalls.h"

#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

/// Whether \p I can be the deferred call: a call that is neither an intrinsic
/// nor inline assembly.
bool isRealCall(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  return Call && !isa<IntrinsicInst>(Call) && !Call->isInlineAsm();
}

/// The last call before \p Marker.
CallBase *callBefore(ClangEnd *Marker) {
  BasicBlock *BB = Marker->getParent();
  auto It = Marker->getIterator();
  while (true) {
    while (It != BB->begin())
      if (isRealCall(*--It))
        return cast<CallBase>(&*It);
    BB = BB->getSinglePredecessor();
    if (!BB)
      return nullptr;
    It = BB->end();
  }
}

/// The deferred call of an operand whose callee does not return: the last call,
/// since Clang emits nothing behind it.
CallBase *callWithoutReturn(Function &F) {
  SmallPtrSet<BasicBlock *, 16> Seen;
  SmallVector<BasicBlock *, 16> Work = {&F.getEntryBlock()};
  CallBase *Found = nullptr;
  while (!Work.empty()) {
    BasicBlock *BB = Work.pop_back_val();
    if (!Seen.insert(BB).second)
      continue;
    if (auto *Invoke = dyn_cast<InvokeInst>(BB->getTerminator())) {
      BasicBlock *Next = Invoke->getNormalDest();
      if (isa<UnreachableInst>(&*Next->getFirstNonPHIOrDbg()))
        Found = Invoke;
      Work.push_back(Next);
      continue;
    }
    if (isa<UnreachableInst>(BB->getTerminator()))
      for (Instruction &I : reverse(*BB))
        if (isRealCall(I)) {
          Found = cast<CallBase>(&I);
          break;
        }
    append_range(Work, successors(BB));
  }
  return Found;
}

/// Panics in front of \p Call when its callee is null.
void checkNull(CallBase *Call) {
  Function &New = *Call->getFunction();
  BasicBlock *Before = Call->getParent();
  BasicBlock *Go = Before->splitBasicBlock(Call, "deferc.call");
  auto *Null = BasicBlock::Create(New.getContext(), "deferc.null", &New, Go);
  Before->getTerminator()->eraseFromParent();
  IRBuilder<> B(Before);
  B.SetCurrentDebugLocation(Call->getDebugLoc());
  B.CreateCondBr(B.CreateIsNull(Call->getCalledOperand()), Null, Go);
  B.SetInsertPoint(Null);
  FunctionCallee Panic =
      getOrInsertRuntimeFn(*New.getParent(), RuntimeFn::PanicMem);
  if (auto *Invoke = dyn_cast<InvokeInst>(Call)) {
    auto *Never = BasicBlock::Create(New.getContext(), "", &New, Go);
    B.CreateInvoke(Panic, Never, Invoke->getUnwindDest(), {});
    for (PHINode &Phi : Invoke->getUnwindDest()->phis())
      Phi.addIncoming(Phi.getIncomingValueForBlock(Go), Null);
    new UnreachableInst(New.getContext(), Never);
    return;
  }
  B.CreateCall(Panic)->setDoesNotReturn();
  B.CreateUnreachable();
}

} // namespace

void removeUnreachableChecks(Function &F) {
  auto onlyChecks = [](const BasicBlock *BB) {
    return isa<UnreachableInst>(BB->getTerminator()) &&
           all_of(*BB, [](const Instruction &I) {
             return I.hasMetadata(LLVMContext::MD_nosanitize) ||
                    isa<UnreachableInst>(I);
           });
  };
  for (BasicBlock &BB : F)
    if (auto *Branch = dyn_cast<BranchInst>(BB.getTerminator());
        Branch && all_of(successors(&BB), onlyChecks))
      changeToUnreachable(Branch);
  removeUnreachableBlocks(F);
}

ClosureCut findCut(Function &F, unsigned Flags) {
  if (Flags & SplitForm) {
    auto *Marker = findFirst<ClangSplit>(F);
    if (!Marker)
      return {};
    Instruction *First = Marker->getNextNode();
    Marker->eraseFromParent();
    return {First, nullptr};
  }
  auto *Marker = findFirst<ClangEnd>(F);
  CallBase *Deferred = Marker ? callBefore(Marker) : callWithoutReturn(F);
  if (Marker)
    Marker->eraseFromParent();
  return {Deferred, Deferred};
}

bool isTemporary(const Value *V) {
  const auto *A = dyn_cast<AllocaInst>(V);
  return A && A->isStaticAlloca();
}

void copyByValArguments(CallBase *Deferred) {
  Function &F = *Deferred->getFunction();
  const DataLayout &DL = F.getDataLayout();
  for (unsigned I = 0, N = Deferred->arg_size(); I != N; ++I) {
    Value *Arg = Deferred->getArgOperand(I);
    if (!Deferred->isByValArgument(I) || isTemporary(Arg))
      continue;
    Type *Copied = Deferred->getParamByValType(I);
    Align Alignment = std::max(Deferred->getParamAlign(I).valueOrOne(),
                               DL.getABITypeAlign(Copied));
    IRBuilder<> Entry(&*F.getEntryBlock().getFirstInsertionPt());
    AllocaInst *Copy = Entry.CreateAlloca(Copied);
    Copy->setAlignment(Alignment);
    IRBuilder<> B(Deferred);
    B.CreateMemCpy(Copy, Alignment, Arg, DL.getABITypeAlign(Copied),
                   DL.getTypeAllocSize(Copied));
    Deferred->setArgOperand(I, Copy);
  }
}

void markEntry(CallBase *Call, Value *Panicking) {
  Value *Callee = Call->getCalledOperand();
  auto *Known = dyn_cast<Function>(Callee->stripPointerCasts());
  if (Known && isRuntimeSymbol(Known->getName()))
    return;
  if (!Known)
    checkNull(Call);
  IRBuilder<> B(Call);
  Call->setCalledOperand(
      B.CreateCall(getOrInsertMarker(*Call->getModule(), Marker::Entry),
                   {Callee, Panicking}));
}

} // namespace deferc
