//===- LandingPads.cpp - Pads for plain calls -----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic runs the pending calls of a defer frame without a landing pad, but a
/// recovered panic comes back to the function through one. An exception that
/// finds no pad leaves the function with calls still pending. Therefore every
/// call that may unwind while calls may be pending becomes an invoke. Exit and
/// unwind markers are such calls, too.
///
///   Before:  defer(0); call @work(); exit(0); ret i32 1
///   After:   defer(0); invoke @work() to N unwind pad
///
///     pad:       landingpad cleanup
///                br unwind
///     unwind:    e = phi [ of pad ], [ of again ]
///                r = invoke unwind_marker(0, e) to check unwind again
///     check:     br r, recovered, resume
///     again:     landingpad cleanup
///                __deferc_replaced(e, its exception)
///                br unwind
///     recovered: invoke exit(0) to return unwind pad
///     return:    ret what the slot holds
///
/// When lower segments are pending, `check` branches to the `unwind` of the
/// next lower one in place of `resume`.
///
/// Calls with the same segments pending share these blocks. The way out of
/// segments {2, 0} ends in the way out of {0}.
///
/// A call may stand in a cleanup of the frontend, while an exception is in
/// flight. When such a call throws another exception, this pass does not end
/// the first one. A frontend that wants it ended writes an invoke, and calls
/// `__deferc_replaced` in its pad.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/LandingPads.h"
#include "Expansion.h"
#include "FrameLowering.h"
#include "RecoveryPath.h"
#include "deferc/Contract/PendingCalls.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "deferc/Contract/Verify.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/Local.h"
#include <map>
#include <vector>

using namespace llvm;

namespace deferc {
namespace {

/// Segments that may have calls pending, highest first.
using Segments = std::vector<unsigned>;

Segments withoutHighest(const Segments &Pending) {
  return Segments(Pending.begin() + 1, Pending.end());
}

bool mayInvoke(const IntrinsicInst &Call) {
  switch (Call.getIntrinsicID()) {
  case Intrinsic::experimental_gc_statepoint:
  case Intrinsic::experimental_patchpoint_void:
  case Intrinsic::experimental_patchpoint:
    return true;
  default:
    return false;
  }
}

/// Whether the call may unwind while calls of these segments are pending.
bool needsPad(const CallInst &Call, const Segments &Pending) {
  if (Pending.empty() || Call.doesNotThrow() ||
      Call.hasFnAttr(Attribute::ReturnsTwice)) // setjmp and its like.
    return false;
  if (auto Id = getMarker(Call)) {
    // An exit or unwind of a segment with nothing pending runs nothing.
    bool RunsCalls = Id == Marker::Exit || Id == Marker::Unwind;
    return RunsCalls &&
           is_contained(
               Pending,
               cast<ConstantInt>(Call.getArgOperand(1))->getZExtValue());
  }
  if (auto *Asm = dyn_cast<InlineAsm>(Call.getCalledOperand()))
    return Asm->canThrow();
  if (auto *Intrinsic = dyn_cast<IntrinsicInst>(&Call))
    return mayInvoke(*Intrinsic);
  return true;
}

/// Fills a new block, at the end of the function.
class BlockBuilder : public LocatedBuilder {
public:
  BlockBuilder(MarkFrame &Frame, const Twine &Name) : LocatedBuilder(&Frame) {
    SetInsertPoint(
        BasicBlock::Create(Frame.getContext(), Name, Frame.getFunction()));
  }
};

class PadMaker {
public:
  PadMaker(Function &F, MarkFrame &Frame)
      : F(F), M(*F.getParent()), Context(F.getContext()), Frame(Frame) {}

  bool run() {
    collect();
    if (Calls.empty())
      return false;
    prepare();
    for (auto &[Call, Pending] : Calls)
      changeToInvokeAndSplitBasicBlock(Call, padOf(*Call, Pending));
    return true;
  }

private:
  void collect() {
    for (Instruction &I : F.getEntryBlock())
      if (auto *Mark = dyn_cast<MarkResult>(&I))
        Result = Mark;
    PendingCalls(F).visit(
        [&](const Instruction &I, const PendingCalls::State &S) {
          auto *Call = dyn_cast<CallInst>(&I);
          if (!Call)
            return;
          auto Numbers = S.getSegments();
          Segments Pending(Numbers.begin(), Numbers.end());
          if (needsPad(*Call, Pending))
            Calls.push_back({const_cast<CallInst *>(Call), std::move(Pending)});
        });
  }

  void prepare() {
    findTypes();
    if (!F.hasPersonalityFn())
      F.setPersonalityFn(cast<Constant>(
          M.getOrInsertFunction(
               "__gcc_personality_v0",
               FunctionType::get(Type::getInt32Ty(Context), true))
              .getCallee()));
    if (!F.hasUWTable())
      F.setUWTableKind(UWTableKind::Sync);
    // The entry block ends at its first invoke. Slots behind it would be
    // allocated where they stand.
    for (Instruction &I : make_early_inc_range(F.getEntryBlock()))
      if (auto *Slot = dyn_cast<AllocaInst>(&I); Slot && Slot->isStaticAlloca())
        Slot->moveBefore(F.getEntryBlock().begin());
  }

  /// All pads of a function have one type.
  void findTypes() {
    PadType = StructType::get(
        Context, {PointerType::getUnqual(Context), Type::getInt32Ty(Context)});
    for (BasicBlock &BB : F)
      if (LandingPadInst *Pad = BB.getLandingPadInst())
        PadType = Pad->getType();
  }

  Value *createPad(IRBuilder<> &B) {
    LandingPadInst *Pad = B.CreateLandingPad(PadType, 0);
    Pad->setCleanup(true);
    return PadType->isStructTy() ? B.CreateExtractValue(Pad, 0, "exn") : Pad;
  }

  BasicBlock *padOf(CallInst &Call, const Segments &Pending) {
    if (auto *Unwind = dyn_cast<MarkUnwind>(&Call))
      return createAgain(Pending, Unwind->getException());
    return getPad(Pending);
  }

  BasicBlock *getPad(const Segments &Pending) {
    BasicBlock *&Pad = Pads[Pending];
    if (Pad)
      return Pad;
    BlockBuilder B(Frame, "deferc.pad");
    Pad = B.GetInsertBlock();
    goOn(B, Pending, createPad(B));
    return Pad;
  }

  /// The pad of an unwind marker. Two exceptions are there; the runtime ends
  /// one and returns the other.
  BasicBlock *createAgain(const Segments &Pending, Value *InFlight) {
    BlockBuilder B(Frame, "deferc.again");
    BasicBlock *Again = B.GetInsertBlock();
    Value *New = createPad(B);
    Value *GoesOn = B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::Replaced),
                                 {&Frame, InFlight, New});
    goOn(B, Pending, GoesOn);
    return Again;
  }

  /// Ends B's block: the exception goes to the way out for Pending.
  void goOn(IRBuilder<> &B, const Segments &Pending, Value *Exception) {
    PHINode *InFlight = getUnwind(Pending);
    B.CreateBr(InFlight->getParent());
    InFlight->addIncoming(Exception, B.GetInsertBlock());
  }

  /// The PHI node of the exception, at the start of the way out for Pending.
  PHINode *getUnwind(const Segments &Pending) {
    PHINode *&Known = Unwinds[Pending];
    if (Known)
      return Known;
    BlockBuilder B(Frame, Pending.empty() ? "deferc.resume" : "deferc.unwind");
    PHINode *InFlight = Known =
        B.CreatePHI(B.getPtrTy(), 2, "deferc.in.flight");
    if (Pending.empty())
      createResume(B, InFlight);
    else
      createUnwind(B, Pending, InFlight);
    return InFlight;
  }

  void createResume(IRBuilder<> &B, Value *Exception) {
    if (PadType->isStructTy())
      Exception = B.CreateInsertValue(PoisonValue::get(PadType), Exception, 0);
    B.CreateResume(Exception);
  }

  void createUnwind(IRBuilder<> &B, const Segments &Pending,
                    PHINode *InFlight) {
    BlockBuilder Check(Frame, "deferc.check");
    BasicBlock *Again = createAgain(Pending, InFlight);
    Value *Recovered = B.CreateInvoke(
        getOrInsertMarker(M, Marker::Unwind), Check.GetInsertBlock(), Again,
        {&Frame, B.getInt32(Pending.front()), InFlight}, "deferc.recovered");
    PHINode *Next = getUnwind(withoutHighest(Pending));
    Check.CreateCondBr(Recovered, getRecoveryExit(Pending), Next->getParent());
    Next->addIncoming(InFlight, Check.GetInsertBlock());
  }

  BasicBlock *getRecoveryExit(const Segments &Pending) {
    BasicBlock *&Exit = RecoveryExits[Pending];
    if (Exit)
      return Exit;
    BlockBuilder B(Frame, "deferc.recovery.exit");
    BasicBlock *Block = Exit = B.GetInsertBlock();
    if (Pending.empty())
      ReturnInst::Create(Context, readResult(B), Block)
          ->setMetadata(RecoveryReturn, MDNode::get(Context, {}));
    else
      B.CreateInvoke(getOrInsertMarker(M, Marker::Exit),
                     getRecoveryExit(withoutHighest(Pending)), getPad(Pending),
                     {&Frame, B.getInt32(Pending.front())});
    return Block;
  }

  /// The value that a caller gets after a recover: what the result's slot
  /// holds, or zero when there is no result marker.
  Value *readResult(IRBuilder<> &B) {
    Type *T = F.getReturnType();
    if (T->isVoidTy())
      return nullptr;
    if (!Result)
      return Constant::getNullValue(T);
    Value *Slot = Result->getSlot();
    uint64_t Size = F.getDataLayout().getTypeStoreSize(T);
    if (Result->getSize() < Size) { // The return type has padding of its own.
      Value *Whole = createEntryAlloca(F, Size, Align(16), "deferc.result");
      B.CreateStore(Constant::getNullValue(T), Whole);
      B.CreateMemCpy(Whole, Align(16), Slot, MaybeAlign(), Result->getSize());
      Slot = Whole;
    }
    return B.CreateAlignedLoad(T, Slot, Align(1));
  }

  Function &F;
  Module &M;
  LLVMContext &Context;
  MarkFrame &Frame;
  MarkResult *Result = nullptr;
  Type *PadType = nullptr;
  std::vector<std::pair<CallInst *, Segments>> Calls;
  std::map<Segments, BasicBlock *> Pads, RecoveryExits;
  std::map<Segments, PHINode *> Unwinds;
};

} // namespace

PreservedAnalyses LandingPadsPass::run(Module &M, ModuleAnalysisManager &) {
  if (isRefused(M) || !M.getFunction(getSymbol(Marker::Frame)))
    return PreservedAnalyses::all();
  // A frontend's declaration may lack the attributes.
  if (M.getFunction(getSymbol(RuntimeFn::Replaced)))
    getOrInsertRuntimeFn(M, RuntimeFn::Replaced);
  bool Changed = false;
  for (Function &F : M)
    if (MarkFrame *Frame = findFrame(F); Frame && verifyContract(F).empty())
      Changed |= PadMaker(F, *Frame).run();
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace deferc
