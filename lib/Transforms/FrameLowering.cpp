//===- FrameLowering.cpp - What the tiers have in common ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Exits, unwind edges, results and boxes, which are the same for all tiers,
/// and the removal of defer frames without a defer statement.
///
//===----------------------------------------------------------------------===//

#include "FrameLowering.h"
#include "RecoveryPath.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace deferc {

AllocaInst *createEntryAlloca(Function &F, uint64_t Size, Align Alignment,
                              const Twine &Name) {
  BasicBlock &Entry = F.getEntryBlock();
  Type *Byte = Type::getInt8Ty(F.getContext());
  Type *Memory = Size == 1 ? Byte : ArrayType::get(Byte, Size);
  return new AllocaInst(Memory, F.getDataLayout().getAllocaAddrSpace(), nullptr,
                        Alignment, Name, Entry.begin());
}

Instruction *firstAfterAllocas(Function &F) {
  Instruction *I = &F.getEntryBlock().front();
  while (isa<AllocaInst>(I))
    I = I->getNextNode();
  return I;
}

/// Whether a defer statement is reachable from the exit, without unwinding: a
/// jump has left the segment backwards.
static bool reachesDefer(const MarkExit &Exit) {
  SmallPtrSet<const BasicBlock *, 16> Seen;
  SmallVector<const Instruction *> Work;
  auto Enter = [&](const BasicBlock *BB) {
    if (Seen.insert(BB).second)
      Work.push_back(&BB->front());
  };
  if (auto *Invoke = dyn_cast<InvokeInst>(&Exit))
    Enter(Invoke->getNormalDest());
  else
    Work.push_back(Exit.getNextNode());
  while (!Work.empty()) {
    const Instruction *I = Work.pop_back_val();
    for (; I; I = I->getNextNode()) {
      if (isa<MarkEnv>(I))
        return true;
      if (auto *Invoke = dyn_cast<InvokeInst>(I))
        Enter(Invoke->getNormalDest());
      else if (I->isTerminator())
        for (unsigned S = 0; S != I->getNumSuccessors(); ++S)
          Enter(I->getSuccessor(S));
    }
  }
  return false;
}

AllocaInst *FrameLowering::createAlloca(uint64_t Size, Align Alignment,
                                        const Twine &Name) {
  return createEntryAlloca(F, Size, Alignment, Name);
}

LocatedBuilder FrameLowering::atEntry() {
  return LocatedBuilder(firstAfterAllocas(F));
}

void FrameLowering::run() {
  prepareResult();
  FrameAddress = createFrame();
  for (MarkEnv *Env : Frame.UnusedEnvs) {
    Env->replaceAllUsesWith(
        createAlloca(Env->getSize(), Env->getAlign(), "deferc.unused"));
    Env->eraseFromParent();
  }
  for (unsigned I = 0; I != Frame.Defers.size(); ++I)
    lowerDefer(I);
  for (MarkExit *Exit : Frame.Exits)
    lowerExit(*Exit);
  for (MarkUnwind *Unwind : Frame.Unwinds)
    lowerUnwind(*Unwind);
  for (MarkCaught *Caught : Frame.Caughts)
    lowerCaught(*Caught);
  for (MarkBox *Box : Frame.Boxes)
    lowerBox(*Box);
  if (Frame.Result)
    Frame.Result->eraseFromParent();
  finish();
  // Calls of __deferc_replaced use the frame too.
  Frame.Frame->replaceAllUsesWith(FrameAddress);
  Frame.Frame->eraseFromParent();
}

void FrameLowering::prepareResult() {
  if (!Frame.Result || Frame.Result->getKind() == ResultKind::Named ||
      (Frame.Unwinds.empty() && Frame.Caughts.empty()))
    return;
  Returned = createAlloca(1, Align(1), "deferc.returned");
  LocatedBuilder B = atEntry();
  B.CreateStore(B.getInt8(0), Returned);

  if (none_of(Frame.Exits, [](MarkExit *E) { return reachesDefer(*E); }))
    return;
  if (Frame.Result->getKind() == ResultKind::Unnamed) {
    LocatedBuilder AtResult(Frame.Result);
    AtResult.CreateMemSet(Frame.Result->getSlot(), B.getInt8(0),
                          Frame.Result->getSize(), MaybeAlign());
  }
  for (MarkDefer *Defer : Frame.Defers) {
    LocatedBuilder AtDefer(Defer->getEnv());
    AtDefer.CreateStore(B.getInt8(0), Returned);
  }
}

void FrameLowering::settleResult(Expansion &At) {
  if (!Returned)
    return;
  IRBuilder<> &B = At.B;
  Value *Done = B.CreateICmpNE(B.CreateLoad(B.getInt8Ty(), Returned),
                               B.getInt8(0), "deferc.has.result");
  BasicBlock *Missing = At.createBlock("deferc.no.result");
  BasicBlock *Next = At.createBlock("deferc.result");
  B.CreateCondBr(Done, Next, Missing);
  B.SetInsertPoint(Missing);
  if (Frame.Result->getKind() == ResultKind::Unnamed) {
    B.CreateMemSet(Frame.Result->getSlot(), B.getInt8(0),
                   Frame.Result->getSize(), MaybeAlign());
    B.CreateBr(Next);
  } else {
    B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::NoResult), FrameAddress);
    B.CreateUnreachable();
  }
  B.SetInsertPoint(Next);
}

void FrameLowering::lowerExit(MarkExit &Exit) {
  unsigned Segment = Exit.getSegment();
  bool Cold = Exit.hasMetadata(ColdExit);
  Expansion At(Exit);
  if (Returned)
    At.B.CreateStore(At.B.getInt8(1), Returned);
  emitPending(At, Segment, Cold);
  At.finish();
}

void FrameLowering::lowerUnwind(MarkUnwind &Unwind) {
  unsigned Segment = Unwind.getSegment();
  Value *Exception = Unwind.getException();
  Expansion At(Unwind);
  IRBuilder<> &B = At.B;
  Value *Answer = B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::Recovered),
                               {FrameAddress, Exception}, "deferc.answer");
  BasicBlock *Recovered = At.createBlock("deferc.recovered");
  BasicBlock *GoesOn = At.createBlock("deferc.goes.on");
  BasicBlock *Join = At.createBlock("deferc.join");
  B.CreateCondBr(Answer, Recovered, GoesOn,
                 MDBuilder(F.getContext()).createUnlikelyBranchWeights());

  B.SetInsertPoint(Recovered);
  settleResult(At);
  BasicBlock *RecoveredEnd = B.GetInsertBlock();
  B.CreateBr(Join);

  B.SetInsertPoint(GoesOn);
  emitPending(At, Segment, /*Cold=*/true);
  BasicBlock *GoesOnEnd = B.GetInsertBlock();
  B.CreateBr(Join);

  B.SetInsertPoint(Join);
  PHINode *Result = B.CreatePHI(B.getInt1Ty(), 2, "deferc.was.recovered");
  Result->addIncoming(B.getTrue(), RecoveredEnd);
  Result->addIncoming(B.getFalse(), GoesOnEnd);
  At.finish(Result);
}

void FrameLowering::lowerCaught(MarkCaught &Caught) {
  Expansion At(Caught);
  IRBuilder<> &B = At.B;
  Value *Answer = B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::Caught),
                               FrameAddress, "deferc.answer");
  if (Returned) {
    BasicBlock *Recovered = At.createBlock("deferc.recovered");
    BasicBlock *Join = At.createBlock("deferc.join");
    B.CreateCondBr(Answer, Recovered, Join);
    B.SetInsertPoint(Recovered);
    settleResult(At);
    B.CreateBr(Join);
    B.SetInsertPoint(Join);
  }
  At.finish(Answer);
}

/// An iteration uses the box of the last one again, unless a defer statement
/// has taken it.
void FrameLowering::lowerBox(MarkBox &Box) {
  LocatedBuilder B(&Box);
  Value *Last = ConstantPointerNull::get(B.getPtrTy()), *Taken = B.getInt32(1);
  AllocaInst *Slot = nullptr;
  if (Box.getTaken()) {
    Slot = new AllocaInst(B.getPtrTy(), F.getDataLayout().getAllocaAddrSpace(),
                          nullptr, Align(8), "deferc.last.box",
                          F.getEntryBlock().begin());
    atEntry().CreateStore(Last, Slot);
    Taken = B.CreateZExt(B.CreateLoad(B.getInt8Ty(), Box.getTaken()),
                         B.getInt32Ty());
    Last = B.CreateLoad(B.getPtrTy(), Slot);
  }
  Value *Memory =
      B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::NewBox),
                   {FrameAddress, Box.getSize(),
                    B.getInt64(Box.getAlign().value()), Last, Taken},
                   "deferc.box");
  if (Slot) {
    B.CreateStore(Memory, Slot);
    B.CreateStore(B.getInt8(0), Box.getTaken());
  }
  Box.replaceAllUsesWith(Memory);
  Box.eraseFromParent();
}

/// Without a defer statement, a box is a variable like any other.
static AllocaInst *createUnboxed(Function &F, MarkBox &Box) {
  constexpr StringLiteral Name = "deferc.unboxed";
  if (Box.getTaken())
    return createEntryAlloca(F,
                             cast<ConstantInt>(Box.getSize())->getZExtValue(),
                             Box.getAlign(), Name);
  LocatedBuilder B(&Box);
  AllocaInst *A = B.CreateAlloca(B.getInt8Ty(), Box.getSize(), Name);
  A->setAlignment(Box.getAlign());
  return A;
}

void eraseFrame(FrameMarkers &Frame) {
  Function &F = Frame.F;
  for (MarkEnv *Env : Frame.UnusedEnvs) {
    Env->replaceAllUsesWith(
        createEntryAlloca(F, Env->getSize(), Env->getAlign(), "deferc.unused"));
    Env->eraseFromParent();
  }
  for (MarkBox *Box : Frame.Boxes) {
    Box->replaceAllUsesWith(createUnboxed(F, *Box));
    Box->eraseFromParent();
  }
  for (MarkExit *Exit : Frame.Exits)
    Expansion(*Exit).finish();
  Value *False = ConstantInt::getFalse(F.getContext());
  for (MarkUnwind *Unwind : Frame.Unwinds)
    Expansion(*Unwind).finish(False);
  for (MarkCaught *Caught : Frame.Caughts) {
    Caught->replaceAllUsesWith(False);
    Caught->eraseFromParent();
  }
  if (Frame.Result)
    Frame.Result->eraseFromParent();
  Frame.Frame->replaceAllUsesWith(
      ConstantPointerNull::get(cast<PointerType>(Frame.Frame->getType())));
  Frame.Frame->eraseFromParent();
}

void keepOutOfLine(Function &F) {
  F.removeFnAttr(Attribute::AlwaysInline);
  F.removeFnAttr(Attribute::InlineHint);
  F.addFnAttr(Attribute::NoInline);
  for (User *U : F.users())
    if (auto *Call = dyn_cast<CallBase>(U);
        Call && Call->getCalledFunction() == &F)
      Call->removeFnAttr(Attribute::AlwaysInline);
}

} // namespace deferc
