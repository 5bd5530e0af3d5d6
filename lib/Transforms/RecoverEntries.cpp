//===- RecoverEntries.cpp - Two entry points for what recovers ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// recover() stops a panic only when its caller was called by the panic itself,
/// as a deferred call. Inlining, tail calls and identical code folding hide in
/// the machine code who called whom, so nothing looks there. Instead, a
/// function D that calls recover() exists twice:
///
///   define void @D()            ; for everybody
///     ... gorecover(null) ...
///   define void @D.deferred()   ; for the runtime
///     %t = call ptr @__deferc_currentpanic() ... gorecover(%t) ...
///
/// A run half that runs for a panic calls D.deferred; every other call in the
/// program calls D. A run half that knows its callee names the entry point. A
/// run half that calls through a pointer asks the runtime, which has a table
/// from addresses to deferred entry points (funcdata of kind 2). A function
/// that only forwards a call (the attributes deferc-forwards and thunk) gets a
/// deferred entry point as well.
///
/// Needs: IR that deferc-verify accepts.
/// Leaves: the table, to deferc-funcdata.
/// See:   docs/Decisions/0008-recover-by-entry-points.md
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/RecoverEntries.h"
#include "Expansion.h"
#include "FunctionPrefix.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "deferc/Contract/Verify.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/GlobalAlias.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/ValueMapper.h"
#include <vector>

using namespace llvm;

namespace deferc {
namespace {

class EntryMaker {
public:
  explicit EntryMaker(Module &M) : M(M) {}

  bool run() {
    if (!M.getFunction(getSymbol(Marker::Token)) &&
        !M.getFunction(getSymbol(Marker::Entry)))
      return false;
    collect();
    if (Tokens.empty() && Choices.empty())
      return false;
    // The clones copy the tokens, so tokens are lowered after all cloning.
    for (auto &[F, Marks] : Tokens)
      if (!isRunHalf(*F))
        makeEntry(*F);
    for (size_t I = 0; I != Work.size(); ++I) // Work grows.
      for (Function *Forwarder : findForwarders(*Work[I]))
        makeForwarder(*Forwarder);
    for (auto &[F, Entry] : Entries)
      retarget(*Entry);
    for (auto &[F, Marks] : Tokens)
      lowerTokens(*F, Marks);
    for (MarkEntry *Choice : Choices)
      lowerChoice(*Choice);
    return true;
  }

private:
  void collect() {
    for (Function &F : M) {
      if (F.isDeclaration() || !verifyContract(F).empty())
        continue;
      for (BasicBlock &BB : F)
        for (Instruction &I : BB)
          if (auto *Mark = dyn_cast<MarkToken>(&I))
            Tokens[&F].push_back(Mark);
          else if (auto *Mark = dyn_cast<MarkEntry>(&I))
            Choices.push_back(Mark);
    }
  }

  static bool isRunHalf(const Function &F) {
    return any_of(F.uses(), [](const Use &U) {
      return isa<MarkDefer>(U.getUser()) && U.getOperandNo() == 2;
    });
  }

  /// Whether the runtime may be asked about a pointer to F.
  static bool isReachableByPointer(const Function &F) {
    if (!F.hasLocalLinkage())
      return true;
    return any_of(F.uses(), [&](const Use &U) {
      auto *Call = dyn_cast<CallBase>(U.getUser());
      return !Call || !(Call->isCallee(&U) || isa<MarkEntry>(Call));
    });
  }

  void makeEntry(Function &F) {
    F.addFnAttr(RecoversAttr);
    // Another module defines F; the runtime finds its deferred entry point.
    if (F.hasAvailableExternallyLinkage())
      return;
    clone(F);
  }

  void makeForwarder(Function &F) {
    if (F.hasAvailableExternallyLinkage() || Entries.count(&F))
      return;
    clone(F);
  }

  /// Whether the constant contains the address of one of F's labels.
  static bool holdsLabel(const Constant &C, const Function &F) {
    if (auto *Label = dyn_cast<BlockAddress>(&C))
      return Label->getFunction() == &F;
    return !isa<GlobalValue>(C) && any_of(C.operands(), [&](const Use &U) {
      return holdsLabel(*cast<Constant>(U), F);
    });
  }

  /// The tables of F's computed gotos. A clone of F needs copies of them.
  SmallVector<GlobalVariable *> findLabelTables(Function &F) {
    SmallVector<GlobalVariable *> Tables;
    if (none_of(F, [](BasicBlock &BB) { return BB.hasAddressTaken(); }))
      return Tables;
    for (GlobalVariable &Table : M.globals())
      if (Table.hasLocalLinkage() && Table.hasInitializer() &&
          holdsLabel(*Table.getInitializer(), F))
        Tables.push_back(&Table);
    return Tables;
  }

  Function *cloneBody(Function &F) {
    ValueToValueMapTy VMap;
    SmallVector<GlobalVariable *> Tables = findLabelTables(F);
    for (GlobalVariable *Table : Tables) {
      auto *Copy = new GlobalVariable(
          M, Table->getValueType(), Table->isConstant(), Table->getLinkage(),
          nullptr, Table->getName() + ".deferred", Table);
      Copy->copyAttributesFrom(Table);
      VMap[Table] = Copy;
    }
    Function *Entry = CloneFunction(&F, VMap);
    for (GlobalVariable *Table : Tables)
      cast<GlobalVariable>(VMap[Table])
          ->setInitializer(MapValue(Table->getInitializer(), VMap));
    return Entry;
  }

  void clone(Function &F) {
    Function *Entry = cloneBody(F);
    Entry->setName(F.getName() + ".deferred");
    if (F.hasComdat() || F.hasLinkOnceLinkage()) {
      Entry->setLinkage(GlobalValue::LinkOnceODRLinkage);
      Entry->setVisibility(GlobalValue::HiddenVisibility);
      Entry->setComdat(F.getComdat());
    } else {
      Entry->setLinkage(GlobalValue::InternalLinkage);
      Entry->setVisibility(GlobalValue::DefaultVisibility);
    }
    Entry->setDLLStorageClass(GlobalValue::DefaultStorageClass);
    Entry->setDSOLocal(true);
    Entry->addFnAttr(IsDeferredEntryAttr);
    Entries[&F] = Entry;
    Work.push_back(&F);

    for (BasicBlock &BB : *Entry)
      for (Instruction &I : BB)
        if (auto *Mark = dyn_cast<MarkToken>(&I))
          EntryTokens[Entry].push_back(Mark);
        else if (auto *Mark = dyn_cast<MarkEntry>(&I))
          Choices.push_back(Mark);

    if (!isReachableByPointer(F))
      return;
    F.addFnAttr(DeferredEntryAttr, Entry->getName());
    addPrefix(F, Entry); // Code folding must not merge F with another function.
  }

  /// LLVM has an attribute for some thunks, which may come from any frontend.
  static bool isForwarder(const Function &F) {
    return F.hasFnAttribute(ForwardsAttr) || F.hasFnAttribute("thunk");
  }

  /// The functions that forward a call to F.
  SmallVector<Function *> findForwarders(Function &F) {
    SmallVector<Function *> Found;
    for (User *U : F.users())
      if (auto *Call = dyn_cast<CallBase>(U))
        if (Call->getCalledOperand() == &F && isForwarder(*Call->getFunction()))
          Found.push_back(Call->getFunction());
    return Found;
  }

  /// Makes a forwarder's deferred entry point call the deferred entry point of
  /// its callee.
  void retarget(Function &Entry) {
    if (!isForwarder(Entry))
      return;
    for (BasicBlock &BB : Entry)
      for (Instruction &I : BB)
        if (auto *Call = dyn_cast<CallBase>(&I))
          if (auto *Callee = dyn_cast<Function>(Call->getCalledOperand()))
            if (Function *Other = Entries.lookup(Callee))
              Call->setCalledFunction(Other);
  }

  Value *readPanic(Function &F) {
    LocatedBuilder B(&*F.getEntryBlock().getFirstNonPHIOrDbgOrAlloca());
    return B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::CurrentPanic), {},
                        "deferc.panic");
  }

  void replace(ArrayRef<MarkToken *> Marks, Value *Token) {
    for (MarkToken *Mark : Marks) {
      Mark->replaceAllUsesWith(Token);
      Mark->eraseFromParent();
    }
  }

  void lowerTokens(Function &F, ArrayRef<MarkToken *> Marks) {
    auto *Null =
        ConstantPointerNull::get(PointerType::getUnqual(F.getContext()));
    if (isRunHalf(F)) {
      // The run half contains the body of a `defer { ... }` block.
      auto *Panic = cast<Instruction>(readPanic(F));
      LocatedBuilder B(Panic->getNextNode());
      replace(Marks, B.CreateSelect(F.getArg(1), Panic, Null, "deferc.token"));
      F.addFnAttr(PanickingDiffersAttr);
      return;
    }
    if (Function *Entry = Entries.lookup(&F))
      replace(EntryTokens[Entry], readPanic(*Entry));
    replace(Marks, Null);
  }

  /// The function that V is for certain, once the program is linked; else null.
  static Function *getKnownCallee(Value *V) {
    V = V->stripPointerCasts();
    while (auto *Alias = dyn_cast<GlobalAlias>(V)) {
      if (Alias->isInterposable())
        return nullptr;
      V = Alias->getAliasee()->stripPointerCasts();
    }
    auto *F = dyn_cast<Function>(V);
    if (!F || F->isDeclaration() || F->isInterposable() ||
        F->hasAvailableExternallyLinkage())
      return nullptr;
    return F;
  }

  void lowerChoice(MarkEntry &Choice) {
    Value *Callee = Choice.getCallee();
    Value *Panicking = Choice.getPanicking();
    if (Function *Known = getKnownCallee(Callee)) {
      Value *Result = Callee;
      if (Function *Entry = Entries.lookup(Known)) {
        LocatedBuilder B(&Choice);
        Result = B.CreateSelect(Panicking, Entry, Callee, "deferc.entry");
        Choice.getFunction()->addFnAttr(PanickingDiffersAttr);
      }
      Choice.replaceAllUsesWith(Result);
      Choice.eraseFromParent();
      return;
    }
    Expansion At(Choice);
    IRBuilder<> &B = At.B;
    BasicBlock *Head = B.GetInsertBlock();
    BasicBlock *Ask = At.createBlock("deferc.ask");
    BasicBlock *Chosen = At.createBlock("deferc.chosen");
    B.CreateCondBr(Panicking, Ask, Chosen);
    B.SetInsertPoint(Ask);
    Value *Entry =
        B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::DeferredEntry), Callee);
    B.CreateBr(Chosen);
    B.SetInsertPoint(Chosen);
    PHINode *Result = B.CreatePHI(B.getPtrTy(), 2, "deferc.entry");
    Result->addIncoming(Callee, Head);
    Result->addIncoming(Entry, Ask);
    At.finish(Result);
  }

  Module &M;
  MapVector<Function *, SmallVector<MarkToken *>> Tokens;
  DenseMap<Function *, SmallVector<MarkToken *>> EntryTokens;
  SmallVector<MarkEntry *> Choices;
  MapVector<Function *, Function *> Entries;
  /// The functions with a deferred entry point, in the order found.
  std::vector<Function *> Work;
};

} // namespace

PreservedAnalyses RecoverEntriesPass::run(Module &M, ModuleAnalysisManager &) {
  if (isRefused(M))
    return PreservedAnalyses::all();
  return EntryMaker(M).run() ? PreservedAnalyses::none()
                             : PreservedAnalyses::all();
}

} // namespace deferc
