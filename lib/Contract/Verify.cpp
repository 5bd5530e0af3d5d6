//===- Verify.cpp - Check IR against the contract -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The numbered rules of docs/IRContract.md. A rule has the number of the
/// marker that it is about; the checks below stand in that order. Each check
/// looks at the operands before it uses a typed wrapper, so that no input can
/// assert. The rules about paths (VerifyPaths.h) come last: they rely on
/// markers that are right by themselves.
///
//===----------------------------------------------------------------------===//

#include "deferc/Contract/Verify.h"
#include "VerifyPaths.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/EHPersonalities.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace deferc {
namespace {

class FunctionVerifier {
public:
  explicit FunctionVerifier(const Function &F) : F(F) {}

  SmallVector<Violation> run() {
    SmallVector<const CallBase *> Markers;
    for (const BasicBlock &BB : F)
      for (const Instruction &I : BB)
        if (getMarker(I))
          Markers.push_back(cast<CallBase>(&I));
    if (Markers.empty())
      return {};

    if (F.hasFnAttribute(Attribute::Naked)) {
      fail(*Markers.front(),
           "the function is naked; all of its code is its own");
      return Violations;
    }
    for (const CallBase *Call : Markers)
      checkSignature(*Call);
    if (!Violations.empty())
      return Violations; // The checks below rely on the operands' types.

    for (const CallBase *Call : Markers)
      if (auto *Mark = dyn_cast<MarkFrame>(Call))
        checkFrame(*Mark);
    if (!Violations.empty())
      return Violations; // Every other marker needs the defer frame.
    for (const CallBase *Call : Markers)
      check(*Call);
    if (Violations.empty() && Frame)
      return verifyPaths(F);
    return Violations;
  }

private:
  void fail(const CallBase &Call, const Twine &Text) {
    Violations.push_back({getRule(*getMarker(Call)), &Call, &F, Text.str()});
  }

  void checkSignature(const CallBase &Call) {
    Marker Id = *getMarker(Call);
    if (Call.getFunctionType() != getType(Id, F.getContext()))
      return fail(Call, "the call does not have the type of the contract");
    if (isa<CallBrInst>(Call))
      return fail(Call, "a marker is a call or an invoke");
    if (isa<InvokeInst>(Call) && Id != Marker::Exit && Id != Marker::Unwind)
      return fail(Call, "only exit and unwind markers unwind");
    if (Call.isMustTailCall())
      return fail(Call, "a marker is not a musttail call");
  }

  bool isConstant(const CallBase &Call, unsigned Operand, int64_t Min,
                  int64_t Max, const char *What) {
    auto *C = dyn_cast<ConstantInt>(Call.getArgOperand(Operand));
    if (C && C->getSExtValue() >= Min && C->getSExtValue() <= Max)
      return true;
    if (!C)
      fail(Call, Twine("the ") + What + " is not a constant");
    else
      fail(Call, Twine("the ") + What + " is out of range");
    return false;
  }

  void checkAlign(const CallBase &Call, unsigned Operand) {
    if (!isConstant(Call, Operand, 1, int64_t(Value::MaximumAlignment),
                    "alignment"))
      return;
    if (!isPowerOf2_64(
            cast<ConstantInt>(Call.getArgOperand(Operand))->getZExtValue()))
      fail(Call, "the alignment is not a power of two");
  }

  void checkSegment(const CallBase &Call, unsigned Operand) {
    isConstant(Call, Operand, 0, INT32_MAX, "segment");
  }

  void checkFrame(const MarkFrame &Mark) {
    if (Frame)
      return fail(Mark, "the function has a frame already");
    if (Mark.getParent() != &F.getEntryBlock())
      return fail(Mark, "the frame is not marked in the entry block");
    if (F.isPresplitCoroutine())
      return fail(Mark,
                  "the function is a coroutine; its frame does not end where "
                  "it returns");
    if (F.hasPersonalityFn() &&
        isScopedEHPersonality(classifyEHPersonality(F.getPersonalityFn())))
      return fail(Mark,
                  "the function's personality has funclets; exits and unwinds "
                  "need landing pads");
    isConstant(Mark, 0, -1, INT32_MAX, "number of returns");
    Frame = &Mark;
  }

  /// The frame operand must be this function's frame, marked before.
  void checkFrameOperand(const CallBase &Call) {
    if (!Frame && !Violations.empty())
      return; // The missing frame has been reported.
    if (!Frame || Call.getArgOperand(0) != Frame)
      return fail(Call, "the first operand is not the function's frame");
    if (!dominates(Frame, &Call))
      fail(Call, "the frame is marked after its use");
  }

  bool dominates(const Instruction *A, const Instruction *B) {
    if (!DT)
      DT.emplace(const_cast<Function &>(F));
    return DT->dominates(A, B);
  }

  void check(const CallBase &Call) {
    Marker Id = *getMarker(Call);
    switch (Id) {
    case Marker::Frame:
      return;
    case Marker::Token:
      return;
    case Marker::Entry:
      return;
    case Marker::Funcdata: // Its frame operand is an alloca already.
      return checkFuncdata(Call);
    default:
      checkFrameOperand(Call);
    }
    switch (Id) {
    case Marker::Result:
      return checkResult(Call);
    case Marker::Env:
      return checkEnv(Call);
    case Marker::Defer:
      return checkDefer(Call);
    case Marker::Exit:
    case Marker::Unwind:
      return checkSegment(Call, 1);
    case Marker::Box:
      if (cast<MarkBox>(Call).getTaken())
        isConstant(Call, 1, 0, INT64_MAX, "size");
      return checkAlign(Call, 2);
    default:
      return;
    }
  }

  void checkResult(const CallBase &Call) {
    if (Result)
      return fail(Call, "the function has a result already");
    if (Call.getParent() != &F.getEntryBlock())
      fail(Call, "the result is not marked in the entry block");
    else if (any_of(make_range(Call.getParent()->begin(), Call.getIterator()),
                    [](const Instruction &I) { return isa<MarkDefer>(I); }))
      fail(Call, "the result is marked behind a defer marker");
    isConstant(Call, 2, 0, INT64_MAX, "size");
    isConstant(Call, 3, 0, 2, "kind");
    Result = &Call;
  }

  void checkEnv(const CallBase &Call) {
    isConstant(Call, 1, 0, UINT32_MAX, "size");
    checkAlign(Call, 2);
    isConstant(Call, 3, 0, 2, "repeat");
    unsigned Defers = 0;
    for (const User *U : Call.users())
      if (isa<MarkDefer>(U) && cast<CallBase>(U)->getArgOperand(1) == &Call)
        ++Defers;
    if (Defers > 1)
      fail(Call, "one environment is deferred more than once");
  }

  void checkDefer(const CallBase &Call) {
    checkSegment(Call, 3);
    if (!isa<MarkEnv>(Call.getArgOperand(1)))
      fail(Call, "the environment is not an environment marker");
    auto *Run = dyn_cast<Function>(Call.getArgOperand(2)->stripPointerCasts());
    if (!Run)
      return fail(Call, "the run half is not a function");
    if (Run->getCallingConv() != CallingConv::C)
      fail(Call, "the run half does not have the C calling convention");
    LLVMContext &C = F.getContext();
    auto *RunType = FunctionType::get(
        Type::getVoidTy(C), {PointerType::getUnqual(C), Type::getInt1Ty(C)},
        false);
    if (Run->getFunctionType() != RunType)
      fail(Call, "the run half is not a void (ptr, i1)");
  }

  void checkFuncdata(const CallBase &Call) {
    if (!isConstant(Call, 1, 0, 8, "count"))
      return;
    unsigned Count = cast<ConstantInt>(Call.getArgOperand(1))->getZExtValue();
    if (Call.arg_size() != 2 + 2 * Count)
      return fail(Call, "the operands are not as many as the count says");
    for (unsigned I = 0; I != Count; ++I) {
      if (!isa<Function>(Call.getArgOperand(2 + 2 * I)->stripPointerCasts()))
        fail(Call, "a run half is not a function");
      isConstant(Call, 3 + 2 * I, 0, UINT32_MAX, "offset");
    }
  }

  const Function &F;
  const MarkFrame *Frame = nullptr;
  const CallBase *Result = nullptr;
  std::optional<DominatorTree> DT;
  SmallVector<Violation> Violations;
};

} // namespace

SmallVector<Violation> verifyContract(const Function &F) {
  if (F.isDeclaration())
    return {};
  return FunctionVerifier(F).run();
}

/// Only a declaration of the contract's type may have a marker's name.
static void checkDeclaration(const GlobalValue &V,
                             SmallVectorImpl<Violation> &All) {
  auto Id = getMarker(V.getName());
  if (!Id)
    return;
  auto Fail = [&](const char *Text) {
    All.push_back({getRule(*Id), nullptr, &V, Text});
  };
  if (!isa<Function>(V))
    Fail("a marker is not a function");
  else if (!V.isDeclaration())
    Fail("a marker is defined");
  else if (V.getValueType() != getType(*Id, V.getContext()))
    Fail("a marker is not declared with the type of the contract");
}

static void checkUses(const Function &Marked, unsigned Rule,
                      SmallVectorImpl<Violation> &All) {
  SmallPtrSet<const Instruction *, 4> Seen;
  for (const Use &U : Marked.uses()) {
    auto *Call = dyn_cast<CallBase>(U.getUser());
    if (Call && Call->isCallee(&U))
      continue;
    auto *Where = dyn_cast<Instruction>(U.getUser());
    if (Where && !Seen.insert(Where).second)
      continue;
    const Function *In = Where ? Where->getFunction() : &Marked;
    All.push_back({Rule, Where, In, "a marker is used as a value"});
  }
}

SmallVector<Violation> verifyContract(const Module &M) {
  SmallVector<Violation> All;
  for (const GlobalValue &V : M.global_values())
    checkDeclaration(V, All);
  if (!All.empty() ||
      none_of(M, [](const Function &F) { return getMarker(F).has_value(); }))
    return All; // Most modules have no markers.
  for (const Function &F : M)
    if (auto Id = getMarker(F))
      checkUses(F, getRule(*Id), All);
  if (!All.empty())
    return All;
  for (const Function &F : M)
    if (!getMarker(F))
      All.append(verifyContract(F));
  return All;
}

void report(const Violation &V, LLVMContext &Context, StringRef Rules) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "deferc: " << Rules << " " << V.Rule << ": " << V.Text << ", in `"
     << V.In->getName() << "`";
  if (V.Where)
    OS << ":" << *V.Where;
  auto *F = dyn_cast<Function>(V.In);
  if (!F)
    return Context.diagnose(DiagnosticInfoGeneric(Text, DS_Error));
  DiagnosticLocation Loc;
  if (V.Where && V.Where->getDebugLoc())
    Loc = DiagnosticLocation(V.Where->getDebugLoc());
  Context.diagnose(DiagnosticInfoGenericWithLoc(Text, *F, Loc, DS_Error));
}

/// The passes of a pipeline share nothing but the module, so the module keeps
/// the mark.
static constexpr char Refused[] = "deferc.refused";

void refuse(Module &M) {
  M.getOrInsertNamedMetadata(Refused);
  // Code generation goes on, and would report each marker that is left.
  for (Function &F : M)
    if (isRuntimeSymbol(F.getName()))
      F.removeFnAttr("dontcall-error");
}

bool isRefused(const Module &M) { return M.getNamedMetadata(Refused); }

} // namespace deferc
