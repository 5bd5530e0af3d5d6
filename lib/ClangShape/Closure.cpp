//===- Closure.cpp - Split a deferred closure into halves -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Closure.h"

#include "OperandMemory.h"
#include "ShapeVerifier.h"

#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"

using namespace llvm;

namespace deferc {
namespace {

/// Whether \p I can be the deferred call: a real one.
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

/// UndefinedBehaviorSanitizer puts a check behind a call that does not return:
/// a branch to a call of its own, or to a trap. Without it the call is the last
/// one.
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

/// The deferred call of an operand whose callee does not return: nothing was
/// emitted behind it.
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

void promoteAllocas(Function &F) {
  DominatorTree DT(F);
  SmallVector<AllocaInst *, 8> Allocas;
  for (Instruction &I : F.getEntryBlock())
    if (auto *A = dyn_cast<AllocaInst>(&I); A && isAllocaPromotable(A))
      Allocas.push_back(A);
  PromoteMemToReg(Allocas, DT);
}

/// Whether \p V is memory that Clang made; what the operand itself allocates
/// stands behind the entry block.
bool isTemporary(const Value *V) {
  const auto *A = dyn_cast<AllocaInst>(V);
  return A && A->isStaticAlloca();
}

/// Clang passes a C struct by handing the variable itself to a `byval`
/// parameter, which copies when the call is made: too late for a deferred one.
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

/// Lets debug information know a function by the name of its symbol, which is
/// what traces tell blocks, wrappers and operands by, and by \p Name where it
/// has no names of symbols. As a member of the closure's class it would keep
/// its old name, and stand inside of the function that defers, where no one
/// looks for code that is elsewhere.
void nameSubprogram(Function &F, const Twine &Name) {
  DISubprogram *SP = F.getSubprogram();
  if (!SP)
    return;
  enum Operand { Scope = 1, OwnName = 2 };
  LLVMContext &Context = F.getContext();
  SmallString<32> Buffer;
  SP->replaceOperandWith(OwnName,
                         MDString::get(Context, Name.toStringRef(Buffer)));
  SP->replaceOperandWith(Scope, SP->getFile());
  SP->replaceDeclaration(nullptr);
  SP->replaceLinkageName(MDString::get(Context, F.getName()));
}

StringRef nameInDebugInfo(const Function &F) {
  DISubprogram *SP = F.getSubprogram();
  return SP ? SP->getName() : "";
}

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

  /// The type of a union may not show its pointers.
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

  /// Temporaries live until after the deferred call, so all of them are fields,
  /// whichever half uses them. Values are, where they cross.
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
        Suffix == ".deferc.evaluate")
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
    // Parameters have changed; nothing that was said of the old ones holds.
    AttributeList Attrs = New->getAttributes();
    New->setAttributes(AttributeList::get(New->getContext(), Attrs.getFnAttrs(),
                                          AttributeSet(), {}));
    return New;
  }

  static Value *slot(IRBuilder<> &B, Value *Env, uint64_t Offset) {
    return Offset ? B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), Env, Offset)
                  : Env;
  }

  /// Gives each temporary of a clone its place in the environment. What says
  /// that it begins or ends to live is wrong from now on.
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
    Function *New = clone(".deferc.evaluate",
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
    Function *New = clone(".deferc.run",
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
      markEntry(*New, cast<CallBase>(&*Map[Deferred]));
    C.Run = New;
  }

  /// The clone uses poison for the closure's argument; find those uses again.
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

  /// A null function pointer panics when its call is due, and a panicking
  /// caller takes the callee's deferred entry point.
  void markEntry(Function &New, CallBase *Call) {
    Value *Callee = Call->getCalledOperand();
    auto *Known = dyn_cast<Function>(Callee->stripPointerCasts());
    if (Known && isRuntimeSymbol(Known->getName()))
      return;
    if (!Known)
      checkNull(New, Call);
    IRBuilder<> B(Call);
    Call->setCalledOperand(
        B.CreateCall(getOrInsertMarker(*New.getParent(), Marker::Entry),
                     {Callee, New.getArg(1)}));
  }

  void checkNull(Function &New, CallBase *Call) {
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

  Function &F;
  Closure &C;
  const DataLayout &DL;
  SmallPtrSet<BasicBlock *, 16> After;
  SmallVector<Field, 8> Fields;
};

/// The run half of a block: the closure itself is the deferred call.
Function *makeBlockRun(Function &F) {
  LLVMContext &Context = F.getContext();
  auto *Type = FunctionType::get(
      llvm::Type::getVoidTy(Context),
      {PointerType::get(Context, 0), llvm::Type::getInt1Ty(Context)}, false);
  auto *Run =
      Function::Create(Type, GlobalValue::InternalLinkage, F.getAddressSpace(),
                       F.getName() + ".deferc.run", F.getParent());
  Run->addParamAttr(1, Attribute::ZExt);
  AttrBuilder Attrs(Context, F.getAttributes().getFnAttrs());
  Run->addFnAttrs(Attrs);
  IRBuilder<> B(BasicBlock::Create(Context, "entry", Run));
  // What is inlined here keeps its places only in a function that has one. This
  // one has no lines, so that a debugger stops in the block.
  if (DISubprogram *SP = F.getSubprogram()) {
    DIBuilder DI(*F.getParent(), false, SP->getUnit());
    DISubprogram *Own = DI.createFunction(
        SP->getFile(), (SP->getName() + ".deferc.run").str(), Run->getName(),
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

void nameClosure(Function &F, const Function &Outer, const Twine &Suffix) {
  F.setComdat(nullptr);
  F.setLinkage(GlobalValue::InternalLinkage);
  F.setVisibility(GlobalValue::DefaultVisibility);
  F.setDSOLocal(true);
  F.setName(Outer.getName() + Suffix);
  nameSubprogram(F, nameInDebugInfo(Outer) + Suffix);
}

std::unique_ptr<Closure> splitClosure(Function &F, ClangBegin *Begin) {
  auto C = std::make_unique<Closure>();
  unsigned Flags = Begin->getFlags();
  C->Body = &F;
  C->Segment = Begin->getSegment();
  C->Repeats = Flags & Repeats;
  C->IsBlock = isBlock(*Begin);
  C->HasFrame = !C->IsBlock && findFirst<MarkFrame>(F);
  uint64_t ClosureSize = Begin->getSize();
  if (!C->IsBlock)
    separateAllocas(Begin);
  Begin->eraseFromParent();

  if (C->IsBlock) {
    // A closure without captures still has a byte.
    C->EnvSize = ClosureSize < 8 ? 0 : ClosureSize;
    C->EnvAlign = Align(8);
    C->Run = makeBlockRun(F);
    return C;
  }

  removeUnreachableBlocks(F);
  removeUnreachableChecks(F);
  promoteAllocas(F);
  Instruction *First = nullptr;
  CallBase *Deferred = nullptr;
  if (Flags & SplitForm) {
    if (auto *Marker = findFirst<ClangSplit>(F)) {
      First = Marker->getNextNode();
      Marker->eraseFromParent();
    }
  } else {
    auto *Marker = findFirst<ClangEnd>(F);
    Deferred = Marker ? callBefore(Marker) : callWithoutReturn(F);
    First = Deferred;
    if (Marker)
      Marker->eraseFromParent();
  }
  if (!First) {
    bool Splits = Flags & SplitForm;
    reportShape({getRule(Splits ? ClosureMarker::Split : ClosureMarker::End),
                 nullptr, &F,
                 Splits ? "no split marker says what the closure defers"
                        : "the closure has no call that it defers"},
                *F.getParent());
    return nullptr;
  }
  if (Deferred)
    copyByValArguments(Deferred);
  Splitter(F, *C).split(First, Deferred);
  return C;
}

} // namespace deferc
