//===- OpenCoded.cpp - Deferred calls in line -----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The tier without records. The frame is one alloca: a byte, deferBits, with
/// one bit for each defer statement, and the environments. A statement sets its
/// bit; an exit tests the bits of its segment, highest first, clears each one
/// that is set before it makes the call, as Go does. A panic finds the frame
/// through its funcdata, runs what is set, and clears it too.
///
/// After, for one `defer unlock(m)`:
///   entry:  %frame = alloca [16 x i8]      ; byte 0: deferBits, byte 8: m
///           store volatile i8 0, ptr %frame
///           store i8 0, ptr %shadow
///           call void @__deferc_mark_record(%frame, 1, @run, 8)
///   defer:  store i8 1, ptr %shadow
///           store volatile i8 1, ptr %frame
///   exit:   if (%shadow & 1) { clear both; call void @run(%env, false) }
///   pads:   %bits = load volatile i8, ptr %frame
///           store i8 %bits, ptr %shadow
///
/// The shadow is why the calls stand directly before the return: SSA
/// construction folds it, known bits vanish, and what is left of an exit is the
/// call. Only a landing pad can find bits that this function did not leave
/// there: a panic that ran deferred calls from above has consumed them. Hence
/// the reload.
///
/// For the same reason an environment that holds nothing but plain values is
/// copied, when its run half is small, and the normal path runs on the copy:
/// the frame can be written by whoever unwinds, the copy cannot, so that the
/// operands need not be loaded again.
///
/// Needs: at most 8 statements, none of which runs twice; see DeferPlan.
/// Leaves: the record marker to deferc-funcdata.
///
//===----------------------------------------------------------------------===//

#include "FrameLowering.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace deferc {
namespace {

class OpenCodedLowering : public FrameLowering {
public:
  using FrameLowering::FrameLowering;

private:
  struct Defer {
    Function *Run;
    unsigned Segment;
    uint64_t Offset;
    Value *Env = nullptr;
    /// What the normal path runs on; Env, or a copy of it.
    Value *NormalEnv = nullptr;
    bool Small = false;
  };

  /// Whether the run half is little more than a call, which is better in line
  /// whatever the size wanted.
  static bool isSmall(const Function &Run) {
    constexpr unsigned MaxInstructions = 24, MaxBlocks = 8;
    return !Run.isDeclaration() && Run.size() <= MaxBlocks &&
           Run.getInstructionCount() <= MaxInstructions &&
           !Run.hasFnAttribute(Attribute::OptimizeNone) &&
           !Run.isInterposable();
  }

  /// Whether nobody but the statement itself and the run half has seen the
  /// address of the environment: it is only stored to. Then a copy will do.
  static bool holdsPlainValues(const MarkEnv &Env) {
    SmallVector<const Value *> Work = {&Env};
    while (!Work.empty()) {
      const Value *Address = Work.pop_back_val();
      for (const Use &U : Address->uses()) {
        const User *Who = U.getUser();
        if (isa<GetElementPtrInst>(Who))
          Work.push_back(Who);
        else if (auto *Store = dyn_cast<StoreInst>(Who)) {
          if (Store->getValueOperand() == Address || !Store->isSimple())
            return false;
        } else if (!isa<LoadInst, MemIntrinsic, MarkDefer>(Who))
          return false;
      }
    }
    return true;
  }

  void layOut() {
    uint64_t Size = 1;
    for (MarkDefer *Mark : Frame.Defers) {
      MarkEnv *Env = Mark->getEnv();
      uint64_t Offset = 0; // An empty environment is nowhere.
      if (Env->getSize()) {
        Offset = alignTo(Size, Env->getAlign());
        Size = Offset + Env->getSize();
        FrameAlign = std::max(FrameAlign, Env->getAlign());
      }
      Defers.push_back({Mark->getRunHalf(), Mark->getSegment(), Offset});
      Defers.back().Small = isSmall(*Mark->getRunHalf());
    }
    FrameSize = alignTo(Size, FrameAlign);
  }

  Value *createFrame() override {
    layOut();
    Shadow = createAlloca(1, Align(1), "deferc.shadow");
    Bits = createAlloca(FrameSize, FrameAlign, "deferc.frame");
    LocatedBuilder B = atEntry();
    B.CreateStore(B.getInt8(0), Bits, /*isVolatile=*/true);
    B.CreateStore(B.getInt8(0), Shadow);
    SmallVector<Value *> Operands = {Bits, B.getInt32(Defers.size())};
    for (Defer &D : Defers) {
      Operands.push_back(getLocalRunHalf(*D.Run));
      Operands.push_back(B.getInt64(D.Offset));
      D.Env = D.Offset ? B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), Bits,
                                                      D.Offset, "deferc.env")
                       : Bits;
    }
    CallInst *Record =
        B.CreateCall(getOrInsertMarker(M, Marker::Record), Operands);
    // Two of them must not become one with a PHI node for the frame.
    Record->addFnAttr(Attribute::NoMerge);
    return Bits;
  }

  /// The run half under a name that inline assembly can refer to in any code
  /// model: a function of this object that nothing can preempt.
  Function *getLocalRunHalf(Function &Run) {
    if (Run.isDSOLocal() || Run.hasLocalLinkage())
      return &Run;
    // A call in tail position, which the inliner removes.
    auto *Local =
        Function::Create(Run.getFunctionType(), GlobalValue::InternalLinkage,
                         Run.getName() + ".local", M);
    Local->copyAttributesFrom(&Run);
    Local->setVisibility(GlobalValue::DefaultVisibility);
    Local->setDSOLocal(true);
    if (Run.hasPersonalityFn())
      Local->setPersonalityFn(nullptr);
    IRBuilder<> B(BasicBlock::Create(M.getContext(), "entry", Local));
    CallInst *Call = B.CreateCall(&Run, {Local->getArg(0), Local->getArg(1)});
    Call->setCallingConv(Run.getCallingConv());
    Call->addParamAttr(1, Attribute::ZExt);
    B.CreateRetVoid();
    return Local;
  }

  void store(IRBuilder<> &B, Value *NewBits) {
    B.CreateStore(NewBits, Shadow);
    B.CreateStore(NewBits, Bits, /*isVolatile=*/true);
  }

  void lowerDefer(unsigned I) override {
    MarkDefer *Mark = Frame.Defers[I];
    MarkEnv *Env = Mark->getEnv();
    LocatedBuilder B(Mark);
    Defer &D = Defers[I];
    D.NormalEnv = D.Env;
    constexpr uint64_t MaxCopy = 64;
    if (D.Small && Env->getSize() && Env->getSize() <= MaxCopy &&
        holdsPlainValues(*Env)) {
      D.NormalEnv =
          createAlloca(Env->getSize(), Env->getAlign(), "deferc.copy");
      B.CreateMemCpy(D.NormalEnv, Env->getAlign(), D.Env, Env->getAlign(),
                     Env->getSize());
    }
    store(B, B.CreateOr(B.CreateLoad(B.getInt8Ty(), Shadow), 1u << I));
    Mark->eraseFromParent();
    Env->replaceAllUsesWith(D.Env);
    Env->eraseFromParent();
  }

  void emitPending(Expansion &At, unsigned Segment, bool Cold) override {
    IRBuilder<> &B = At.B;
    for (unsigned I = Defers.size(); I-- > 0;) {
      const Defer &D = Defers[I];
      if (D.Segment != Segment)
        continue;
      Value *Old = B.CreateLoad(B.getInt8Ty(), Shadow, "deferc.bits");
      Value *IsSet = B.CreateICmpNE(B.CreateAnd(Old, 1u << I), B.getInt8(0));
      BasicBlock *Run = At.createBlock("deferc.run");
      BasicBlock *Next = At.createBlock("deferc.ran");
      B.CreateCondBr(IsSet, Run, Next);

      B.SetInsertPoint(Run);
      store(B, B.CreateAnd(Old, uint8_t(~(1u << I))));
      CallBase *Call =
          At.emitCall(D.Run, {Cold ? D.Env : D.NormalEnv, B.getFalse()});
      Call->setCallingConv(D.Run->getCallingConv());
      Call->addParamAttr(1, Attribute::ZExt);
      if (Cold)
        Call->addFnAttr(Attribute::Cold);
      else if (D.Small)
        Call->addFnAttr(Attribute::AlwaysInline);
      B.CreateBr(Next);
      B.SetInsertPoint(Next);
    }
  }

  void finish() override {
    for (BasicBlock &BB : F)
      if (LandingPadInst *Pad = BB.getLandingPadInst()) {
        LocatedBuilder B(Pad->getNextNode());
        B.CreateStore(B.CreateLoad(B.getInt8Ty(), Bits, /*isVolatile=*/true,
                                   "deferc.bits"),
                      Shadow);
      }
  }

  SmallVector<Defer, 8> Defers;
  uint64_t FrameSize = 0;
  Align FrameAlign = Align(16);
  AllocaInst *Bits = nullptr;
  AllocaInst *Shadow = nullptr;
};

} // namespace

void lowerOpenCoded(FrameMarkers &Frame, const DeferPlan &Plan) {
  OpenCodedLowering(Frame, Plan).run();
}

} // namespace deferc
