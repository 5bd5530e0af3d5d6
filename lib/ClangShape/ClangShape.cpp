//===- ClangShape.cpp - From Clang's IR to the contract's markers ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The order of the work. First every closure is split into its halves, those
/// of a closure's own operand before the closure itself. Then each function
/// gets its frame and exits (Segments.h), and its defer statements become
/// markers (DeferStatement.h).
///
//===----------------------------------------------------------------------===//

#include "deferc/ClangShape/ClangShape.h"

#include "Boxes.h"
#include "Closure.h"
#include "ClosureNames.h"
#include "DeferStatement.h"
#include "Faults.h"
#include "Forwarders.h"
#include "Labels.h"
#include "MarkerCalls.h"
#include "OperandMemory.h"
#include "Segments.h"
#include "ShapeVerifier.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

class ModuleLowering {
public:
  explicit ModuleLowering(Module &M) : M(M), Addresses(M) {
    for (Function &F : M) {
      if (F.isDeclaration())
        continue;
      Functions.push_back(&F);
      if (ClangBegin *Begin = findBegin(F))
        Begins[&F] = Begin;
    }
    IsC = any_of(Begins, [](auto &Entry) {
      return Entry.second->getFlags() & CapturedForm;
    });
  }

  void lower() {
    nameClosures();
    for (Function *F : Functions)
      if (!splitInnerFirst(*F))
        return;
    for (Function *F : Functions) {
      auto It = Closures.find(F);
      // A closure of the call form is not lowered: its halves are.
      if (It == Closures.end() || It->second->IsBlock)
        lowerFunction(*F);
    }
    eraseDead();
  }

private:
  //===--------------------------------------------------------------------===//
  // Closures
  //===--------------------------------------------------------------------===//

  void nameClosures() {
    SmallPtrSet<Function *, 32> Named;
    for (Function *F : Functions)
      if (!Begins.count(F))
        nameClosures(*F, Named);
  }

  /// Names the closures in \p Outer, and those in them, after the function.
  void nameClosures(const Function &Outer, SmallPtrSetImpl<Function *> &Named) {
    unsigned Blocks = 0, Calls = 0;
    for (const Instruction &I : instructions(Outer)) {
      auto *Call = dyn_cast<CallBase>(&I);
      Function *Callee = Call ? Call->getCalledFunction() : nullptr;
      ClangBegin *Begin = Callee ? Begins.lookup(Callee) : nullptr;
      if (!Begin || !Named.insert(Callee).second)
        continue;
      if (isBlock(*Begin))
        nameClosure(*Callee, Outer, ".func" + Twine(++Blocks));
      else
        nameClosure(*Callee, Outer, ".deferwrap" + Twine(++Calls));
      nameClosures(*Callee, Named);
    }
  }

  /// Splits \p F, if it is a closure. The operand of a call may defer in a
  /// statement expression, so those closures are split, and lowered in \p F,
  /// before that is split.
  bool splitInnerFirst(Function &F) {
    ClangBegin *Begin = Begins.lookup(&F);
    if (!Begin || Closures.count(&F))
      return true;
    if (!isBlock(*Begin)) {
      bool Defers = false;
      for (Instruction &I : instructions(F))
        if (auto *Call = dyn_cast<CallBase>(&I))
          if (Function *Inner = Call->getCalledFunction();
              Inner && Begins.count(Inner)) {
            Defers = true;
            if (!splitInnerFirst(*Inner))
              return false;
          }
      if (Defers)
        lowerFunction(F);
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

  /// Erases closures that nothing calls any more, and the halves that were
  /// inlined.
  void eraseDead() {
    for (auto &[F, C] : Closures) {
      if (!C->Evaluate)
        continue;
      if (C->Evaluate->use_empty())
        C->Evaluate->eraseFromParent();
      if (F->use_empty())
        F->eraseFromParent();
    }
  }

  //===--------------------------------------------------------------------===//
  // Functions that defer
  //===--------------------------------------------------------------------===//

  /// The calls of closures in \p F: its defer statements.
  SmallVector<CallBase *, 8> deferStatements(Function &F) const {
    SmallVector<CallBase *, 8> Sites;
    for (Instruction &I : instructions(F))
      if (auto *Call = dyn_cast<CallBase>(&I))
        if (Function *Callee = Call->getCalledFunction();
            Callee && Closures.count(Callee))
          Sites.push_back(Call);
    return Sites;
  }

  void lowerFunction(Function &F) {
    Value *Frame = lowerSegments(F, IsC);
    // Clang drops the variables of unreachable code, so an unreachable defer
    // statement has no segment. Clang still emits such a statement when it has
    // a label. In a function with segments nothing is removed yet: a recovery
    // may lead to code that no other path reaches.
    if (!Frame && !deferStatements(F).empty())
      removeUnreachableBlocks(F);
    SmallVector<CallBase *, 8> Sites = deferStatements(F);
    if (!Frame) {
      for (CallBase *Site : Sites)
        reportShape({getRule(ClosureMarker::Begin), Site, &F,
                     "the statement is in no segment"},
                    M);
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

  Module &M;
  Labels Addresses;
  bool IsC = false;
  SmallVector<Function *, 32> Functions; ///< As Clang emitted them.
  DenseMap<Function *, ClangBegin *> Begins;
  DenseMap<Function *, std::unique_ptr<Closure>> Closures;
};

bool hasMarkers(const Module &M) {
  return any_of(M.global_values(), [](const GlobalValue &V) {
    return getClosureMarker(V.getName());
  });
}

/// A declaration that nothing uses would still be in the output.
void eraseDeclarations(Module &M) {
  for (Function &F : make_early_inc_range(M))
    if (getClosureMarker(F.getName()) && F.use_empty())
      F.eraseFromParent();
}

} // namespace

PreservedAnalyses ClangShapePass::run(Module &M, ModuleAnalysisManager &) {
  bool Changed = lowerFaultChecks(M);
  Changed |= markForwarders(M);
  if (!hasMarkers(M))
    return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
  SmallVector<Violation> Violations = verifyShape(M);
  for (const Violation &V : Violations)
    reportShape(V, M);
  if (!Violations.empty())
    return PreservedAnalyses::none();
  ModuleLowering(M).lower();
  eraseDeclarations(M);
  return PreservedAnalyses::none();
}

} // namespace deferc
