//===- Segments.cpp - Segment variables become exits and unwinds ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Segments.h"

#include "SegmentShape.h"

#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

class SegmentLowering {
public:
  SegmentLowering(Function &F, bool IsC)
      : F(F), M(*F.getParent()), Context(F.getContext()), IsC(IsC) {}

  Value *lower() {
    Segments = findSegments(F);
    if (Segments.empty()) {
      lowerCatching(); // Of handlers before dead defer statements.
      return nullptr;
    }
    openFrame();
    prepareUnwinding();
    for (auto &[V, S] : Segments)
      for (ClangRun *Run : S.UnwindRuns)
        lowerUnwindRun(S, Run);
    for (auto &[V, S] : Segments)
      for (ClangRun *Run : S.NormalRuns)
        lowerNormalRun(S, Run);
    for (auto &[V, S] : Segments)
      closeRecovered(S);
    lowerCatching();
    removeUnreachableBlocks(F);
    return Frame;
  }

private:
  //===--------------------------------------------------------------------===//
  // Personality and slots of the exception
  //===--------------------------------------------------------------------===//

  /// Makes what landing pads need. Clang has made none of it in a function in
  /// which nothing throws.
  void prepareUnwinding() {
    Slots = findExceptionSlots(F);
    IRBuilder<> B(&*F.getEntryBlock().getFirstInsertionPt());
    if (!Slots.Exception)
      Slots.Exception = B.CreateAlloca(B.getPtrTy(), nullptr, "exn.slot");
    if (!Slots.Selector)
      Slots.Selector =
          B.CreateAlloca(B.getInt32Ty(), nullptr, "ehselector.slot");
    if (!F.hasPersonalityFn())
      F.setPersonalityFn(personality());
  }

  Constant *personality() {
    for (Function &Other : M)
      if (Other.hasPersonalityFn())
        return Other.getPersonalityFn();
    return cast<Constant>(
        M.getOrInsertFunction(
             IsC ? "__gcc_personality_v0" : "__gxx_personality_v0",
             FunctionType::get(Type::getInt32Ty(Context), true))
            .getCallee());
  }

  //===--------------------------------------------------------------------===//
  // The frame
  //===--------------------------------------------------------------------===//

  void openFrame() {
    auto At = F.getEntryBlock().getFirstInsertionPt();
    while (isa<AllocaInst>(*At))
      ++At;
    IRBuilder<> B(&*At);
    setLocation(B);
    const ClangRecovered *Described = Segments.back().second.Recovered;
    Frame = B.CreateCall(getOrInsertMarker(M, Marker::Frame),
                         {B.getInt32(Described->getReturns())}, "frame");
    Value *Slot = Described->getResult();
    if (!isa<Constant>(Slot) && !isa<Argument>(Slot) &&
        !isa<AllocaInst>(Slot->stripPointerCasts()))
      return;
    B.CreateCall(getOrInsertMarker(M, Marker::Result),
                 {Frame, Slot, B.getInt64(Described->getSize()),
                  B.getInt32(Described->getKind())});
  }

  /// In a function with debug information, calls need a location.
  void setLocation(IRBuilder<> &B) {
    if (B.getCurrentDebugLocation())
      return;
    if (DISubprogram *SP = F.getSubprogram())
      B.SetCurrentDebugLocation(
          DILocation::get(Context, SP->getScopeLine(), 0, SP));
  }

  //===--------------------------------------------------------------------===//
  // Runs
  //===--------------------------------------------------------------------===//

  BasicBlock *newBlock(const Twine &Name) {
    return BasicBlock::Create(Context, Name, &F);
  }

  /// Gives a new pad the clauses of \p Like: they say what is caught outside of
  /// the segment.
  LandingPadInst *createPad(IRBuilder<> &B, const LandingPadInst *Like) {
    auto *Pad = B.CreateLandingPad(
        StructType::get(Context, {B.getPtrTy(), B.getInt32Ty()}), 0);
    Pad->setCleanup(true);
    if (Like)
      for (unsigned I = 0, N = Like->getNumClauses(); I != N; ++I)
        Pad->addClause(Like->getClause(I));
    return Pad;
  }

  /// Makes the loop that Segments.h describes, at the end of \p At. When the
  /// defer frame has not recovered, control goes to \p Next.
  void createUnwind(Segment &S, BasicBlock *At, BasicBlock *Next, DebugLoc Loc,
                    const LandingPadInst *Like) {
    S.Unwind = At;
    BasicBlock *Check = newBlock("deferc.check");
    BasicBlock *Again = newBlock("deferc.again");
    IRBuilder<> B(At);
    B.SetCurrentDebugLocation(Loc);
    setLocation(B);
    Value *Exn = B.CreateLoad(B.getPtrTy(), Slots.Exception, "exn");
    Value *Recovered =
        B.CreateInvoke(getOrInsertMarker(M, Marker::Unwind), Check, Again,
                       {Frame, B.getInt32(S.Number), Exn}, "recovered");
    B.SetInsertPoint(Check);
    B.CreateCondBr(Recovered, S.RecoveryExit, Next);
    B.SetInsertPoint(Again);
    LandingPadInst *Pad = createPad(B, Like);
    Value *New = B.CreateExtractValue(Pad, 0);
    Value *Sel = B.CreateExtractValue(Pad, 1);
    Value *Old = B.CreateLoad(B.getPtrTy(), Slots.Exception);
    Value *Goes = B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::Replaced),
                               {Frame, Old, New});
    B.CreateStore(Goes, Slots.Exception);
    Value *OldSel = B.CreateLoad(B.getInt32Ty(), Slots.Selector);
    B.CreateStore(B.CreateSelect(B.CreateICmpEQ(Goes, Old), OldSel, Sel),
                  Slots.Selector);
    B.CreateBr(At);
  }

  void lowerUnwindRun(Segment &S, ClangRun *Run) {
    DebugLoc Loc = Run->getDebugLoc();
    BasicBlock *Before = Run->getParent();
    LandingPadInst *Like = outermostPad(Before);
    BasicBlock *At = Before->splitBasicBlock(Run, "deferc.unwind");
    BasicBlock *Next;
    if (auto *Invoke = dyn_cast<InvokeInst>(Run)) {
      Next = Invoke->getNormalDest();
      Invoke->getUnwindDest()->removePredecessor(At);
      Invoke->eraseFromParent();
    } else {
      Next = At->splitBasicBlock(std::next(Run->getIterator()), "deferc.next");
      Run->eraseFromParent();
      At->getTerminator()->eraseFromParent();
    }
    Next->replacePhiUsesWith(At, At);
    createUnwind(S, At, Next, Loc, Like);
  }

  void lowerNormalRun(Segment &S, ClangRun *Run) {
    DebugLoc Loc = Run->getDebugLoc();
    BasicBlock *At = Run->getParent();
    BasicBlock *Next, *OuterPad = nullptr;
    if (auto *Invoke = dyn_cast<InvokeInst>(Run)) {
      Next = Invoke->getNormalDest();
      OuterPad = Invoke->getUnwindDest();
    } else {
      Next = At->splitBasicBlock(std::next(Run->getIterator()), "deferc.left");
      At->getTerminator()->eraseFromParent();
    }
    LandingPadInst *Like = OuterPad ? OuterPad->getLandingPadInst() : nullptr;
    if (!S.Unwind)
      createUnwind(S, newBlock("deferc.unwind"), outerCleanup(OuterPad), Loc,
                   Like);

    BasicBlock *PadBlock = newBlock("deferc.exit.pad");
    IRBuilder<> B(PadBlock);
    B.SetCurrentDebugLocation(Loc);
    setLocation(B);
    LandingPadInst *Pad = createPad(B, Like);
    B.CreateStore(B.CreateExtractValue(Pad, 0), Slots.Exception);
    B.CreateStore(B.CreateExtractValue(Pad, 1), Slots.Selector);
    B.CreateBr(S.Unwind);

    if (OuterPad)
      OuterPad->removePredecessor(At);
    Run->eraseFromParent();
    B.SetInsertPoint(At);
    B.SetCurrentDebugLocation(Loc);
    setLocation(B);
    B.CreateInvoke(getOrInsertMarker(M, Marker::Exit), Next, PadBlock,
                   {Frame, B.getInt32(S.Number)});
  }

  /// The block that continues the unwinding of a segment without an exceptional
  /// cleanup of Clang's. It is the pad of the segment's normal cleanup, when
  /// that has one, or else a block that leaves the function.
  BasicBlock *outerCleanup(BasicBlock *PadBlock) {
    if (PadBlock)
      if (BasicBlock *Tail = splitBehindPad(PadBlock))
        return Tail;
    BasicBlock *Resume = newBlock("deferc.resume");
    IRBuilder<> B(Resume);
    setLocation(B);
    Value *Exn = B.CreateLoad(B.getPtrTy(), Slots.Exception);
    Value *Sel = B.CreateLoad(B.getInt32Ty(), Slots.Selector);
    Value *Agg = PoisonValue::get(
        StructType::get(Context, {B.getPtrTy(), B.getInt32Ty()}));
    Agg = B.CreateInsertValue(B.CreateInsertValue(Agg, Exn, 0), Sel, 1);
    B.CreateResume(Agg);
    return Resume;
  }

  /// The part of a landing pad's block behind the stores of the exception.
  BasicBlock *splitBehindPad(BasicBlock *PadBlock) {
    auto Known = Tails.find(PadBlock);
    if (Known != Tails.end())
      return Known->second;
    LandingPadInst *Pad = PadBlock->getLandingPadInst();
    Instruction *Last = nullptr;
    for (User *U : Pad->users())
      for (User *S : cast<Instruction>(U)->users()) {
        auto *Store = dyn_cast<StoreInst>(S);
        if (!Store)
          return nullptr; // A pad that terminates does not store the exception.
        if (!Last || Last->comesBefore(Store))
          Last = Store;
      }
    if (!Last)
      return nullptr;
    return Tails[PadBlock] = PadBlock->splitBasicBlock(
               std::next(Last->getIterator()), "deferc.outer");
  }

  /// Replaces the recovered marker by false: only the unwind markers lead to
  /// the recovery exit.
  void closeRecovered(Segment &S) {
    BasicBlock *BB = S.branch()->getParent();
    S.Recovered->replaceAllUsesWith(ConstantInt::getFalse(Context));
    S.Recovered->eraseFromParent();
    ConstantFoldTerminator(BB);
  }

  void lowerCatching() {
    for (ClangCatching *Call : findAll<ClangCatching>(F)) {
      IRBuilder<> B(Call);
      setLocation(B);
      Value *Caught = B.getFalse();
      if (Frame)
        Caught = B.CreateCall(getOrInsertMarker(M, Marker::Caught), {Frame});
      Call->replaceAllUsesWith(Caught);
      Call->eraseFromParent();
    }
  }

  Function &F;
  Module &M;
  LLVMContext &Context;
  bool IsC;
  Value *Frame = nullptr;
  MapVector<AllocaInst *, Segment> Segments;
  ExceptionSlots Slots;
  DenseMap<BasicBlock *, BasicBlock *> Tails;
};

} // namespace

Value *lowerSegments(Function &F, bool IsC) {
  return SegmentLowering(F, IsC).lower();
}

} // namespace deferc
