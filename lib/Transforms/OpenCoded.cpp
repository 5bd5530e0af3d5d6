//===- OpenCoded.cpp - Deferred calls in line -----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The tier without records. An open-coded frame is one alloca: a byte,
/// deferBits, with one bit for each defer statement, and the environments. A
/// defer statement sets its bit. An exit tests the bits of its segment, highest
/// first; it clears a bit that is set, then makes the call, as Go does. A panic
/// finds the frame through its funcdata, and clears and runs in the same way.
///
/// After, for one `defer unlock(m)`:
///   entry:  %frame = alloca [16 x i8]      ; byte 0: deferBits, byte 8: m
///           store volatile i8 0, ptr %frame
///           store i8 0, ptr %shadow
///           call void @__deferc_mark_funcdata(%frame, 1, @run, 8)
///   defer:  store i8 1, ptr %shadow
///           store volatile i8 1, ptr %frame
///   exit:   if (%shadow & 1) { clear both; call void @run(%env, false) }
///   pads:   %bits = load volatile i8, ptr %frame
///           store i8 %bits, ptr %shadow
///
/// The shadow is a copy of the bits that SSA construction folds: where bits are
/// known, the tests vanish, and what is left of an exit is the call. A panic
/// may have run deferred calls and cleared their bits in the frame, so landing
/// pads load the shadow again.
///
/// For the same reason the normal path runs on a copy of an environment, when
/// the environment holds nothing but plain values and the run half is small. A
/// callee may write to the frame, but not to the copy, so the operands need not
/// be loaded again.
///
/// Needs: at most 8 statements, none of which runs twice; see DeferPlan.
/// Leaves: the funcdata marker to deferc-funcdata.
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
    /// The environment of the normal path: Env, or a copy of it.
    Value *NormalEnv = nullptr;
    bool Small = false;
  };

  /// Whether the run half is little more than a call: then it is inlined at
  /// every optimisation level.
  static bool isSmall(const Function &Run) {
    constexpr unsigned MaxInstructions = 24, MaxBlocks = 8;
    return !Run.isDeclaration() && Run.size() <= MaxBlocks &&
           Run.getInstructionCount() <= MaxInstructions &&
           !Run.hasFnAttribute(Attribute::OptimizeNone) &&
           !Run.isInterposable();
  }

  /// Whether the environment can be copied: the code around the statement only
  /// stores values there, so nothing else knows its address.
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
      uint64_t Offset = 0; // Of an empty environment.
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
    CallInst *Funcdata =
        B.CreateCall(getOrInsertMarker(M, Marker::Funcdata), Operands);
    // Merging two of these calls would make the frame operand a PHI node.
    Funcdata->addFnAttr(Attribute::NoMerge);
    return Bits;
  }

  /// A function that inline assembly can refer to in any code model: the run
  /// half, or a local function that calls a run half that can be preempted.
  Function *getLocalRunHalf(Function &Run) {
    if (Run.isDSOLocal() || Run.hasLocalLinkage())
      return &Run;
    // The inliner removes this call.
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
