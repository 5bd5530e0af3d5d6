//===- ShapeVerifier.cpp - Check IR for the shape that Clang emits --------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The numbered rules of docs/Passes.md#deferc-clang-shape. A rule has the
/// number of the marker that it is about. There are three steps: the
/// declarations, the operands of each call, and what the markers of a function
/// mean together. A step relies on what the one before has accepted.
///
//===----------------------------------------------------------------------===//

#include "ShapeVerifier.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/EHPersonalities.h"

using namespace llvm;

namespace deferc {
namespace {

using Violations = SmallVector<Violation>;

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

/// Only a declaration of the list's type may have a marker's name.
void checkDeclaration(const GlobalValue &V, Violations &All) {
  auto Id = getClosureMarker(V.getName());
  if (!Id)
    return;
  auto Fail = [&](const char *Text) {
    All.push_back({getRule(*Id), nullptr, &V, Text});
  };
  if (!isa<Function>(V))
    return Fail("a marker is not a function");
  if (!V.isDeclaration())
    return Fail("a marker is defined");
  if (V.getValueType() != getType(*Id, V.getContext()))
    return Fail("a marker is not declared with the type of the list");
}

/// A marker is called, and used in no other way.
void checkUses(const Function &Marked, Violations &All) {
  for (const Use &U : Marked.uses()) {
    auto *Call = dyn_cast<CallBase>(U.getUser());
    if (Call && Call->isCallee(&U))
      continue;
    auto *Where = dyn_cast<Instruction>(U.getUser());
    const Function *In = Where ? Where->getFunction() : &Marked;
    All.push_back({getRule(*getClosureMarker(Marked.getName())), Where, In,
                   "a marker is used as a value"});
  }
}

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

class OperandVerifier {
public:
  OperandVerifier(const CallBase &Call, ClosureMarker Id, Violations &All)
      : Call(Call), Id(Id), All(All) {}

  void run() {
    LLVMContext &Context = Call.getContext();
    if (Call.getFunctionType() != getType(Id, Context))
      return fail("the call does not have the type of the list");
    if (isa<CallBrInst>(Call))
      return fail("a marker is a call or an invoke");
    if (isa<InvokeInst>(Call) && Id != ClosureMarker::Run)
      return fail("only run markers unwind");
    if (Call.isMustTailCall())
      return fail("a marker is not a musttail call");
    switch (Id) {
#define DEFERC_OPERAND(Word, Name) check##Word(Operand::Name, #Name);
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  case ClosureMarker::Id: {                                                    \
    using Operand [[maybe_unused]] = Id##Operand;                              \
    Operands break;                                                            \
  }
#define DEFERC_SHAPE_MARKER(Id, Symbol, Result, Operands, Rule)                \
  case ClosureMarker::Id:                                                      \
    return fail("only deferc-clang-shape itself writes this marker");
#include "deferc/ClangShape/ClosureMarkers.def"
    }
  }

private:
  void fail(const Twine &Text) {
    All.push_back({getRule(Id), &Call, Call.getFunction(), Text.str()});
  }

  void checkNumber(unsigned I, StringRef Name) {
    auto *C = dyn_cast<ConstantInt>(Call.getArgOperand(I));
    if (!C)
      return fail("operand " + Name + " is not a constant");
    if (C->getSExtValue() < 0 || C->getZExtValue() > INT32_MAX)
      fail("operand " + Name + " is out of range");
  }

  void checkBytes(unsigned I, StringRef Name) { checkNumber(I, Name); }

  void checkVariable(unsigned I, StringRef Name) {
    if (!isa<AllocaInst>(Call.getArgOperand(I)->stripPointerCasts()))
      fail("operand " + Name + " is not the address of a local variable");
  }

  void checkPtr(unsigned, StringRef) {}

  const CallBase &Call;
  ClosureMarker Id;
  Violations &All;
};

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

/// Checks what the markers of one function mean together.
class FunctionVerifier {
public:
  FunctionVerifier(const Function &F, Violations &All) : F(F), All(All) {}

  void run() {
    for (const Instruction &I : instructions(F))
      if (auto *Mark = dyn_cast<ClosureMarkerCall>(&I))
        Markers.push_back(Mark);
    if (Markers.empty())
      return;
    for (const ClosureMarkerCall *Mark : Markers)
      if (auto *Recovered = dyn_cast<ClangRecovered>(Mark))
        checkRecovered(*Recovered);
      else if (auto *Opens = dyn_cast<ClangBegin>(Mark))
        checkBegin(*Opens);
    for (const ClosureMarkerCall *Mark : Markers)
      if (auto *End = dyn_cast<ClangEnd>(Mark))
        checkCut(*End, CallForm, "an end marker");
      else if (auto *Split = dyn_cast<ClangSplit>(Mark))
        checkCut(*Split, SplitForm, "a split marker");
      else if (auto *Run = dyn_cast<ClangRun>(Mark))
        checkRun(*Run);
  }

private:
  void fail(const ClosureMarkerCall &Mark, const Twine &Text) {
    All.push_back({getRule(Mark.getId()), &Mark, &F, Text.str()});
  }

  //===--------------------------------------------------------------------===//
  // Closures
  //===--------------------------------------------------------------------===//

  void checkBegin(const ClangBegin &Mark) {
    if (Begin)
      return fail(Mark, "the closure has begun already");
    Begin = &Mark;
    LLVMContext &Context = F.getContext();
    if (F.getFunctionType() !=
        FunctionType::get(Type::getVoidTy(Context),
                          {PointerType::getUnqual(Context)}, false))
      return fail(Mark, "the closure is not a void (ptr)");
    if (Mark.getFlags() & ~(Repeats | CallForm | SplitForm | CapturedForm))
      fail(Mark, "operand Flags has a flag that is not in BeginFlags");
    if ((Mark.getFlags() & CallForm) && (Mark.getFlags() & SplitForm))
      fail(Mark, "the closure has two forms");
    checkUses(Mark);
    checkSizes(Mark);
  }

  /// Only the statement uses a closure, by a call. There are two exceptions:
  /// -finstrument-functions passes the address of a function on inside of that
  /// function, and lists of symbols to keep are in the section `llvm.metadata`.
  void checkUses(const ClangBegin &Mark) {
    for (const Use &U : F.uses()) {
      auto *Call = dyn_cast<CallBase>(U.getUser());
      if (isa<BlockAddress>(U.getUser()) || isInMetadata(U.getUser()))
        continue;
      if (Call && Call->isArgOperand(&U) && Call->getFunction() == &F)
        continue;
      if (!Call || !Call->isCallee(&U))
        return fail(Mark, "the closure's address is taken");
      if (Call->getFunctionType() != F.getFunctionType())
        return fail(Mark, "a call of the closure has another type");
      if (isa<CallBrInst>(Call) || Call->isMustTailCall())
        return fail(Mark, "a closure is called by a call or an invoke");
    }
  }

  static bool isInMetadata(const User *U) {
    if (auto *V = dyn_cast<GlobalVariable>(U))
      return V->getSection() == "llvm.metadata";
    return isa<Constant>(U) && !isa<GlobalValue>(U) && !U->use_empty() &&
           all_of(U->users(), isInMetadata);
  }

  /// The values of a closure have a constant size, since they may be fields of
  /// the environment.
  void checkSizes(const ClangBegin &Mark) {
    for (const Instruction &I : instructions(F)) {
      auto *A = dyn_cast<AllocaInst>(&I);
      Type *T = A ? A->getAllocatedType() : I.getType();
      if (T->isScalableTy())
        return fail(Mark, "a value of the closure has no constant size");
    }
  }

  /// The marker between the halves stands once, in the closure that it cuts.
  void checkCut(const ClosureMarkerCall &Mark, BeginFlags Form,
                const Twine &What) {
    if (!Begin || !(Begin->getFlags() & Form))
      return fail(Mark, What + " stands in a closure of its form");
    if (std::exchange(Cut, &Mark))
      return fail(Mark, "the closure is cut twice");
    if (!DominatorTree(const_cast<Function &>(F)).dominates(Begin, &Mark))
      fail(Mark, What + " stands behind the begin marker");
  }

  //===--------------------------------------------------------------------===//
  // Segments
  //===--------------------------------------------------------------------===//

  void checkRecovered(const ClangRecovered &Mark) {
    if (!Segments.insert(Mark.getSegment()).second)
      return fail(Mark, "the segment variable has a recovery exit already");
    if (F.hasPersonalityFn() &&
        isScopedEHPersonality(classifyEHPersonality(F.getPersonalityFn())))
      return fail(Mark, "the function's personality has funclets; segments "
                        "need landing pads");
    if (Mark.getKind() > 2)
      fail(Mark, "operand Kind is out of range");
    auto *Branch =
        Mark.hasOneUse() ? dyn_cast<BranchInst>(Mark.user_back()) : nullptr;
    if (!Branch)
      fail(Mark, "the answer is not the condition of one branch");
    else if (Branch->getSuccessor(0) == Branch->getSuccessor(1))
      fail(Mark, "the recovery exit is where control goes without it");
  }

  void checkRun(const ClangRun &Mark) {
    if (!Segments.contains(Mark.getSegment()))
      fail(Mark, "the segment variable has no recovery exit");
  }

  const Function &F;
  Violations &All;
  SmallVector<const ClosureMarkerCall *> Markers;
  const ClangBegin *Begin = nullptr;
  const ClosureMarkerCall *Cut = nullptr;
  SmallPtrSet<const AllocaInst *, 4> Segments;
};

/// Finds closures that call themselves, directly or through others. The
/// frontend writes none, since a statement is not inside of its own closure.
class CallCycles {
public:
  CallCycles(Violations &All) : All(All) {}

  void visit(const Function &F) {
    auto [State, IsNew] = States.insert({&F, Open});
    if (!IsNew)
      return;
    for (const Instruction &I : instructions(F)) {
      auto *Call = dyn_cast<CallBase>(&I);
      const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
      if (!Callee || !findFirst<const ClangBegin>(*Callee))
        continue;
      visit(*Callee);
      if (States.lookup(Callee) == Open)
        All.push_back({getRule(ClosureMarker::Begin), &I, &F,
                       "the closure calls itself"});
    }
    States[&F] = Done;
  }

private:
  enum State { Open, Done };
  Violations &All;
  DenseMap<const Function *, State> States;
};

} // namespace

SmallVector<Violation> verifyShape(const Module &M) {
  Violations All;
  for (const GlobalValue &V : M.global_values())
    checkDeclaration(V, All);
  if (!All.empty())
    return All;
  for (const Function &F : M)
    if (getClosureMarker(F.getName()))
      checkUses(F, All);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F))
      if (auto Id = getClosureMarker(I))
        OperandVerifier(cast<CallBase>(I), *Id, All).run();
  if (!All.empty())
    return All; // The checks below rely on the operands.
  for (const Function &F : M)
    FunctionVerifier(F, All).run();
  if (!All.empty())
    return All;
  CallCycles Cycles(All);
  for (const Function &F : M)
    if (findFirst<const ClangBegin>(F))
      Cycles.visit(F);
  return All;
}

void reportShape(const Violation &V, Module &M) {
  refuse(M); // Before the report: a tool may exit at the first error.
  report(V, M.getContext(), "closure rule");
}

} // namespace deferc
