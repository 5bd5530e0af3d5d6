//===- Halves.cpp - The evaluate half and the run half --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Halves.h"

#include "ClosureNames.h"
#include "OperandMemory.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

SmallPtrSet<BasicBlock *, 16> reachableFrom(BasicBlock *Start) {
  SmallPtrSet<BasicBlock *, 16> Seen;
  SmallVector<BasicBlock *, 16> Work = {Start};
  while (!Work.empty()) {
    BasicBlock *BB = Work.pop_back_val();
    if (Seen.insert(BB).second)
      append_range(Work, successors(BB));
  }
  return Seen;
}

/// One value or temporary that lives in the environment.
struct Field {
  Value *V; ///< A temporary, an instruction or the closure's argument.
  uint64_t Offset;
  bool IsTemporary;
};

class Splitter {
public:
  Splitter(Function &F, Closure &C) : F(F), C(C), DL(F.getDataLayout()) {}

  /// \p First is the first instruction of the second half.
  void split(Instruction *First, CallBase *Deferred) {
    BasicBlock *Second =
        First->getParent()->splitBasicBlock(First, "deferc.second");
    After = reachableFrom(Second);
    layOut();
    makeEvaluate(Second);
    makeRun(Second, Deferred);
  }

private:
  /// Whether a value made in the first half is used in the second.
  bool crosses(Value *V) const {
    if (auto *I = dyn_cast<Instruction>(V); I && After.count(I->getParent()))
      return false;
    for (Use &U : V->uses()) {
      auto *User = dyn_cast<Instruction>(U.getUser());
      if (!User)
        continue;
      BasicBlock *BB = User->getParent();
      if (auto *Phi = dyn_cast<PHINode>(User))
        BB = Phi->getIncomingBlock(U);
      if (After.count(BB))
        return true;
    }
    return false;
  }

  /// Whether an object of the type may hold a pointer. The type of a union may
  /// not show it.
  static bool mayHoldPointer(const Type *T) {
    return T->isPointerTy() || T->isAggregateType();
  }

  void addField(Value *V, uint64_t Size, Align Alignment) {
    C.EnvSize = alignTo(C.EnvSize, Alignment);
    C.EnvAlign = std::max(C.EnvAlign, Alignment);
    Fields.push_back({V, C.EnvSize, isTemporary(V)});
    C.HasPointers |= mayHoldPointer(
        Fields.back().IsTemporary ? cast<AllocaInst>(V)->getAllocatedType()
                                  : V->getType());
    C.EnvSize += Size;
  }

  /// Lays out the environment. All temporaries are fields, since they live
  /// until the deferred call is over. A value is a field when it crosses the
  /// cut.
  void layOut() {
    for (Argument &A : F.args())
      if (crosses(&A))
        addField(&A, DL.getTypeAllocSize(A.getType()),
                 DL.getABITypeAlign(A.getType()));
    for (Instruction &I : instructions(F)) {
      if (isTemporary(&I)) {
        auto &A = cast<AllocaInst>(I);
        addField(&A, A.getAllocationSize(DL)->getFixedValue(), A.getAlign());
      } else if (!I.getType()->isVoidTy() && !I.getType()->isTokenTy() &&
                 crosses(&I))
        addField(&I, DL.getTypeAllocSize(I.getType()),
                 DL.getABITypeAlign(I.getType()));
    }
  }

  Function *clone(StringRef Suffix, FunctionType *Type,
                  ValueToValueMapTy &Map) {
    auto *New = Function::Create(Type, GlobalValue::InternalLinkage,
                                 F.getAddressSpace(), F.getName() + Suffix,
                                 F.getParent());
    for (Argument &A : F.args())
      Map[&A] = PoisonValue::get(A.getType());
    if (!Type->params().empty() && Type->getParamType(0)->isPointerTy() &&
        Suffix == EvaluateSuffix)
      Map[F.getArg(0)] = New->getArg(0);
    SmallVector<ReturnInst *, 4> Returns;
    CloneFunctionInto(New, &F, Map, CloneFunctionChangeType::LocalChangesOnly,
                      Returns);
    New->setLinkage(GlobalValue::InternalLinkage);
    New->setVisibility(GlobalValue::DefaultVisibility);
    New->setDSOLocal(true);
    New->setComdat(nullptr);
    New->setUnnamedAddr(GlobalValue::UnnamedAddr::None);
    nameSubprogram(*New, nameInDebugInfo(F) + Suffix);
    // The attributes are those of the closure's parameters.
    AttributeList Attrs = New->getAttributes();
    New->setAttributes(AttributeList::get(New->getContext(), Attrs.getFnAttrs(),
                                          AttributeSet(), {}));
    return New;
  }

  static Value *slot(IRBuilder<> &B, Value *Env, uint64_t Offset) {
    return Offset ? B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), Env, Offset)
                  : Env;
  }

  /// Moves the temporaries of a clone to the environment, and removes their
  /// lifetime markers.
  void moveAllocas(Function *New, Value *Env, ValueToValueMapTy &Map) {
    for (const Field &F : Fields)
      if (F.IsTemporary)
        for (User *U : make_early_inc_range(Map[F.V]->users()))
          if (auto *Marker = dyn_cast<LifetimeIntrinsic>(U))
            Marker->eraseFromParent();
    auto At = New->getEntryBlock().begin();
    while (isa<AllocaInst>(*At))
      ++At;
    IRBuilder<> B(&*At);
    for (const Field &F : Fields) {
      if (!F.IsTemporary)
        continue;
      auto *A = cast<AllocaInst>(&*Map[F.V]);
      A->replaceAllUsesWith(slot(B, Env, F.Offset));
      A->eraseFromParent();
    }
  }

  void makeEvaluate(BasicBlock *Second) {
    LLVMContext &Context = F.getContext();
    Type *Ptr = PointerType::get(Context, 0);
    Type *Result =
        C.HasFrame ? Type::getInt1Ty(Context) : Type::getVoidTy(Context);
    ValueToValueMapTy Map;
    Function *New = clone(EvaluateSuffix,
                          FunctionType::get(Result, {Ptr, Ptr}, false), Map);
    Value *Env = New->getArg(1);
    auto *Cut = cast<BasicBlock>(&*Map[Second]);
    auto *End = BasicBlock::Create(Context, "deferc.registered", New);
    Cut->replaceUsesWithIf(End, [](Use &U) {
      auto *I = dyn_cast<Instruction>(U.getUser());
      return I && I->isTerminator();
    });
    IRBuilder<> B(End);
    for (const Field &Fld : Fields)
      if (!Fld.IsTemporary)
        B.CreateStore(Map[Fld.V], slot(B, Env, Fld.Offset));
    ReturnInst *Return =
        C.HasFrame ? B.CreateRet(B.getTrue()) : B.CreateRetVoid();
    if (DISubprogram *SP = New->getSubprogram())
      Return->setDebugLoc(DILocation::get(Context, SP->getLine(), 0, SP));
    moveAllocas(New, Env, Map);
    removeUnreachableBlocks(*New);
    if (!C.HasFrame)
      markAllocas(*New, C.HasPointers);
    for (BasicBlock &BB : *New)
      if (auto *Left = dyn_cast<ReturnInst>(BB.getTerminator());
          Left && !Left->getReturnValue() && C.HasFrame)
        ReplaceInstWithInst(Left, ReturnInst::Create(Context, B.getFalse()));
    C.Evaluate = New;
  }

  void makeRun(BasicBlock *Second, CallBase *Deferred) {
    LLVMContext &Context = F.getContext();
    ValueToValueMapTy Map;
    Function *New = clone(RunSuffix,
                          FunctionType::get(Type::getVoidTy(Context),
                                            {PointerType::get(Context, 0),
                                             Type::getInt1Ty(Context)},
                                            false),
                          Map);
    New->addParamAttr(1, Attribute::ZExt);
    Value *Env = New->getArg(0);
    auto *Start = cast<BasicBlock>(&*Map[Second]);
    auto *Entry =
        BasicBlock::Create(Context, "deferc.entry", New, &New->getEntryBlock());
    IRBuilder<> B(Entry);
    B.CreateBr(Start);
    B.SetInsertPoint(Entry->getTerminator());
    for (const Field &Fld : Fields) {
      if (Fld.IsTemporary)
        continue;
      Value *Load = B.CreateLoad(Fld.V->getType(), slot(B, Env, Fld.Offset));
      if (isa<Argument>(Fld.V))
        replaceArgument(*New, Fld.V, Load, Map);
      else
        cast<Instruction>(&*Map[Fld.V])->replaceAllUsesWith(Load);
    }
    moveAllocas(New, Env, Map);
    removeUnreachableBlocks(*New);
    if (Deferred)
      markEntry(cast<CallBase>(&*Map[Deferred]), New->getArg(1));
    C.Run = New;
  }

  /// Replaces the poison that stands for the closure's argument in a clone.
  void replaceArgument(Function &New, Value *Arg, Value *Load,
                       ValueToValueMapTy &Map) {
    for (Use &U : Arg->uses()) {
      auto *User = dyn_cast<Instruction>(U.getUser());
      if (!User)
        continue;
      auto It = Map.find(User);
      if (It == Map.end() || !It->second)
        continue;
      cast<Instruction>(&*It->second)->setOperand(U.getOperandNo(), Load);
    }
  }

  Function &F;
  Closure &C;
  const DataLayout &DL;
  SmallPtrSet<BasicBlock *, 16> After;
  SmallVector<Field, 8> Fields;
};

} // namespace

void makeHalves(Function &F, ClosureCut Cut, Closure &C) {
  Splitter(F, C).split(Cut.First, Cut.Deferred);
}

} // namespace deferc
