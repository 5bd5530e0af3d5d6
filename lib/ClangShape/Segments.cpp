//===- Segments.cpp - Segment variables become exits and unwinds ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Segments.h"

#include "MarkerCalls.h"

#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace deferc {
namespace {

/// Whether \p I begins a handler. The function is the C++ ABI's, so that its
/// name is all that tells it (Itanium C++ ABI, exception handling 2.5.3).
bool beginsCatch(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
  return Callee && Callee->getName() == "__cxa_begin_catch";
}

struct Segment {
  unsigned Number = 0;
  SmallVector<ClangRun *, 2> NormalRuns, UnwindRuns;
  ClangRecovered *Recovered = nullptr;
  BasicBlock *RecoveryExit = nullptr;
  /// Begins the loop above; made from the first unwinding run, or from nothing.
  BasicBlock *Unwind = nullptr;
};

class SegmentLowering {
public:
  SegmentLowering(Function &F, bool IsC)
      : F(F), M(*F.getParent()), Context(F.getContext()), IsC(IsC) {}

  Value *lower() {
    if (!collect()) {
      lowerCatching(); // Of handlers before dead defer statements.
      return nullptr;
    }
    findUnwindBlocks();
    openFrame();
    for (auto &[V, S] : Segments)
      S.RecoveryExit = branchOn(S)->getSuccessor(0);
    for (auto &[V, S] : Segments)
      sortRuns(S);
    findExceptionSlots();
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
  // What Clang emitted
  //===--------------------------------------------------------------------===//

  bool collect() {
    for (Instruction &I : instructions(F)) {
      if (auto *Recovered = dyn_cast<ClangRecovered>(&I)) {
        Segment &S = Segments[Recovered->getSegment()];
        S.Number = Recovered->getNumber();
        S.Recovered = Recovered;
      } else if (auto *Run = dyn_cast<ClangRun>(&I)) {
        Runs.push_back(Run);
      }
    }
    return !Segments.empty();
  }

  /// Blocks that run while an exception is in flight.
  void findUnwindBlocks() {
    SmallVector<BasicBlock *, 16> Work;
    for (BasicBlock &BB : F)
      if (BB.isLandingPad())
        Work.push_back(&BB);
    while (!Work.empty()) {
      BasicBlock *BB = Work.pop_back_val();
      if (!Unwinding.insert(BB).second)
        continue;
      bool Caught = any_of(*BB, beginsCatch);
      if (!Caught)
        append_range(Work, successors(BB));
    }
  }

  void sortRuns(Segment &S) {
    for (ClangRun *Run : Runs) {
      if (&Segments[Run->getSegment()] != &S)
        continue;
      (isUnwinding(Run) ? S.UnwindRuns : S.NormalRuns).push_back(Run);
    }
  }

  /// In the block of a handler's begin the run stands behind it, if anywhere.
  bool isUnwinding(const ClangRun *Run) const {
    if (!Unwinding.count(Run->getParent()))
      return false;
    for (const Instruction &I : *Run->getParent()) {
      if (&I == Run)
        break;
      if (beginsCatch(I))
        return false;
    }
    return true;
  }

  /// `if (recovered(...)) exit`: Clang's branch is the marker's only user.
  static BranchInst *branchOn(const Segment &S) {
    return cast<BranchInst>(*S.Recovered->user_begin());
  }

  /// Clang keeps the exception in two variables of the frame.
  void findExceptionSlots() {
    for (BasicBlock &BB : F) {
      LandingPadInst *Pad = BB.getLandingPadInst();
      if (!Pad)
        continue;
      for (User *U : Pad->users()) {
        auto *Part = dyn_cast<ExtractValueInst>(U);
        if (!Part)
          continue;
        for (User *S : Part->users())
          if (auto *Store = dyn_cast<StoreInst>(S))
            (Part->getIndices()[0] == 0 ? ExnSlot : SelSlot) =
                dyn_cast<AllocaInst>(Store->getPointerOperand());
      }
    }
    IRBuilder<> B(&*F.getEntryBlock().getFirstInsertionPt());
    if (!ExnSlot)
      ExnSlot = B.CreateAlloca(B.getPtrTy(), nullptr, "exn.slot");
    if (!SelSlot)
      SelSlot = B.CreateAlloca(B.getInt32Ty(), nullptr, "ehselector.slot");
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

  /// Calls in a function with debug information need a place.
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

  /// The clauses a pad needs that stands in for \p Like: what is caught outside
  /// of the segment.
  LandingPadInst *createPad(IRBuilder<> &B, const LandingPadInst *Like) {
    auto *Pad = B.CreateLandingPad(
        StructType::get(Context, {B.getPtrTy(), B.getInt32Ty()}), 0);
    Pad->setCleanup(true);
    if (Like)
      for (unsigned I = 0, N = Like->getNumClauses(); I != N; ++I)
        Pad->addClause(Like->getClause(I));
    return Pad;
  }

  /// Of the pads that lead to \p BB, the one with the fewest clauses.
  LandingPadInst *outermostPad(BasicBlock *BB) const {
    SmallPtrSet<BasicBlock *, 16> Seen;
    SmallVector<BasicBlock *, 16> Work = {BB};
    LandingPadInst *Best = nullptr;
    while (!Work.empty()) {
      BasicBlock *At = Work.pop_back_val();
      if (!Seen.insert(At).second)
        continue;
      if (LandingPadInst *Pad = At->getLandingPadInst()) {
        if (!Best || Pad->getNumClauses() < Best->getNumClauses())
          Best = Pad;
        continue;
      }
      append_range(Work, predecessors(At));
    }
    return Best;
  }

  /// Ends the block of \p B with the loop described in Segments.h; control goes
  /// on to \p Next.
  void createUnwind(Segment &S, BasicBlock *At, BasicBlock *Next, DebugLoc Loc,
                    const LandingPadInst *Like) {
    S.Unwind = At;
    BasicBlock *Check = newBlock("deferc.check");
    BasicBlock *Again = newBlock("deferc.again");
    IRBuilder<> B(At);
    B.SetCurrentDebugLocation(Loc);
    setLocation(B);
    Value *Exn = B.CreateLoad(B.getPtrTy(), ExnSlot, "exn");
    Value *Recovered =
        B.CreateInvoke(getOrInsertMarker(M, Marker::Unwind), Check, Again,
                       {Frame, B.getInt32(S.Number), Exn}, "recovered");
    B.SetInsertPoint(Check);
    B.CreateCondBr(Recovered, S.RecoveryExit, Next);
    B.SetInsertPoint(Again);
    LandingPadInst *Pad = createPad(B, Like);
    Value *New = B.CreateExtractValue(Pad, 0);
    Value *Sel = B.CreateExtractValue(Pad, 1);
    Value *Old = B.CreateLoad(B.getPtrTy(), ExnSlot);
    Value *Goes = B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::Replaced),
                               {Frame, Old, New});
    B.CreateStore(Goes, ExnSlot);
    Value *OldSel = B.CreateLoad(B.getInt32Ty(), SelSlot);
    B.CreateStore(B.CreateSelect(B.CreateICmpEQ(Goes, Old), OldSel, Sel),
                  SelSlot);
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
    B.CreateStore(B.CreateExtractValue(Pad, 0), ExnSlot);
    B.CreateStore(B.CreateExtractValue(Pad, 1), SelSlot);
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

  /// Where unwinding goes on behind a segment that Clang gave no exceptional
  /// cleanup: into the pad that the normal one had, or out of the function.
  BasicBlock *outerCleanup(BasicBlock *PadBlock) {
    if (PadBlock)
      if (BasicBlock *Tail = splitBehindPad(PadBlock))
        return Tail;
    BasicBlock *Resume = newBlock("deferc.resume");
    IRBuilder<> B(Resume);
    setLocation(B);
    Value *Exn = B.CreateLoad(B.getPtrTy(), ExnSlot);
    Value *Sel = B.CreateLoad(B.getInt32Ty(), SelSlot);
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
          return nullptr; // A pad that terminates reads the exception directly.
        if (!Last || Last->comesBefore(Store))
          Last = Store;
      }
    if (!Last)
      return nullptr;
    return Tails[PadBlock] = PadBlock->splitBasicBlock(
               std::next(Last->getIterator()), "deferc.outer");
  }

  /// The test itself is false wherever it stands.
  void closeRecovered(Segment &S) {
    BasicBlock *BB = branchOn(S)->getParent();
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
  SmallVector<ClangRun *, 8> Runs;
  SmallPtrSet<BasicBlock *, 16> Unwinding;
  AllocaInst *ExnSlot = nullptr, *SelSlot = nullptr;
  DenseMap<BasicBlock *, BasicBlock *> Tails;
};

} // namespace

Value *lowerSegments(Function &F, bool IsC) {
  return SegmentLowering(F, IsC).lower();
}

} // namespace deferc
