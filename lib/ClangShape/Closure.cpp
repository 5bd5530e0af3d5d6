//===- Closure.cpp - Split a deferred closure into halves -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Closure.h"

#include "ClosureNames.h"
#include "DeferredCall.h"
#include "Halves.h"
#include "OperandMemory.h"
#include "ShapeVerifier.h"

#include "deferc/Contract/Markers.h"

#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"

using namespace llvm;

namespace deferc {
namespace {

void promoteAllocas(Function &F) {
  DominatorTree DT(F);
  SmallVector<AllocaInst *, 8> Allocas;
  for (Instruction &I : F.getEntryBlock())
    if (auto *A = dyn_cast<AllocaInst>(&I); A && isAllocaPromotable(A))
      Allocas.push_back(A);
  PromoteMemToReg(Allocas, DT);
}

/// The run half of a block: the closure itself is the deferred call.
Function *makeBlockRun(Function &F) {
  LLVMContext &Context = F.getContext();
  auto *Type = FunctionType::get(
      llvm::Type::getVoidTy(Context),
      {PointerType::get(Context, 0), llvm::Type::getInt1Ty(Context)}, false);
  auto *Run =
      Function::Create(Type, GlobalValue::InternalLinkage, F.getAddressSpace(),
                       F.getName() + RunSuffix, F.getParent());
  Run->addParamAttr(1, Attribute::ZExt);
  AttrBuilder Attrs(Context, F.getAttributes().getFnAttrs());
  Run->addFnAttrs(Attrs);
  IRBuilder<> B(BasicBlock::Create(Context, "entry", Run));
  // Code that is inlined here keeps its debug locations only when this function
  // has a subprogram. It has no lines, so that a debugger stops in the block.
  if (DISubprogram *SP = F.getSubprogram()) {
    DIBuilder DI(*F.getParent(), false, SP->getUnit());
    DISubprogram *Own = DI.createFunction(
        SP->getFile(), (SP->getName() + RunSuffix).str(), Run->getName(),
        SP->getFile(), SP->getLine(),
        DI.createSubroutineType(DI.getOrCreateTypeArray({})),
        /*ScopeLine=*/0, DINode::FlagArtificial,
        DISubprogram::toSPFlags(true, true, SP->isOptimized()));
    DI.finalizeSubprogram(Own);
    Run->setSubprogram(Own);
    B.SetCurrentDebugLocation(DILocation::get(Context, 0, 0, Own));
  }
  Value *Callee = B.CreateCall(getOrInsertMarker(*F.getParent(), Marker::Entry),
                               {&F, Run->getArg(1)});
  CallInst *Call = B.CreateCall(F.getFunctionType(), Callee, {Run->getArg(0)});
  Call->setCallingConv(F.getCallingConv());
  B.CreateRetVoid();
  return Run;
}

} // namespace

ClangBegin *findBegin(Function &F) { return findFirst<ClangBegin>(F); }

bool isBlock(const ClangBegin &Begin) {
  return !(Begin.getFlags() & (CallForm | SplitForm));
}

std::unique_ptr<Closure> splitClosure(Function &F, ClangBegin *Begin) {
  auto C = std::make_unique<Closure>();
  unsigned Flags = Begin->getFlags();
  C->Segment = Begin->getSegment();
  C->Repeats = Flags & Repeats;
  C->IsBlock = isBlock(*Begin);
  C->HasFrame = !C->IsBlock && findFirst<MarkFrame>(F);
  uint64_t ClosureSize = Begin->getSize();
  if (!C->IsBlock)
    separateAllocas(Begin);
  Begin->eraseFromParent();

  if (C->IsBlock) {
    // The closure object has a byte even without captures.
    C->EnvSize = ClosureSize < 8 ? 0 : ClosureSize;
    C->EnvAlign = Align(8);
    C->Run = makeBlockRun(F);
    return C;
  }

  removeUnreachableBlocks(F);
  removeUnreachableChecks(F);
  promoteAllocas(F);
  ClosureCut Cut = findCut(F, Flags);
  if (!Cut.First) {
    bool Splits = Flags & SplitForm;
    reportShape({getRule(Splits ? ClosureMarker::Split : ClosureMarker::End),
                 nullptr, &F,
                 Splits ? "no split marker says what the closure defers"
                        : "the closure has no call that it defers"},
                *F.getParent());
    return nullptr;
  }
  if (Cut.Deferred)
    copyByValArguments(Cut.Deferred);
  makeHalves(F, Cut, *C);
  return C;
}

} // namespace deferc
