//===- Records.cpp - Deferred calls on the g's list -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The tiers with records. A defer statement links a `_defer` record. When the
/// statement runs at most once, the record is in the stack frame
/// (`deferprocStack`); otherwise it comes from the g's pool (`deferproc`).
/// Every exit calls `deferreturn`.
///
/// After, for a `defer f(x)` in a loop:
///   entry:  %frame = alloca [32 x i8]   ; cookie 0, return slot, -, boxes null
///   defer:  %env = call ptr @__deferc_newdefer(ptr %frame, i64 8, i64 8)
///           store i64 %x, ptr %env
///           call void @__deferc_deferproc(%frame, %env, @run, 0)
///   exit:   call void @__deferc_deferreturn(ptr %frame, i32 0)
///
/// A function with records is not inlined. So a stack frame holds at most one
/// defer frame with records, which the return slot identifies, and open-coded
/// frames that are inlined into the function are always the inner ones.
///
//===----------------------------------------------------------------------===//

#include "FrameLowering.h"
#include "deferc/Contract/Layout.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Intrinsics.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace deferc {
namespace {

class RecordLowering : public FrameLowering {
public:
  using FrameLowering::FrameLowering;

private:
  Value *createFrame() override {
    Lowest = findLowest();
    keepOutOfLine(F);
    if (!F.hasUWTable()) // A callee that does not unwind may panic inside.
      F.setUWTableKind(UWTableKind::Sync);

    AllocaInst *Memory =
        createAlloca(layout::FrameSize, Align(16), "deferc.frame");
    LocatedBuilder B = atEntry();
    auto At = [&](uint32_t Offset) {
      return B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), Memory, Offset);
    };
    B.CreateStore(B.getInt64(0), At(layout::FrameCookieOffset));
    Value *ReturnSlot = B.CreateIntrinsic(Intrinsic::addressofreturnaddress,
                                          {B.getPtrTy()}, {});
    B.CreateStore(ReturnSlot, At(layout::FrameReturnSlotOffset));
    B.CreateStore(ConstantPointerNull::get(B.getPtrTy()),
                  At(layout::FrameBoxesOffset));
    return Memory;
  }

  void lowerDefer(unsigned I) override {
    MarkDefer *Mark = Frame.Defers[I];
    MarkEnv *Env = Mark->getEnv();
    bool OnHeap = Plan.Tiers[I] == Tier::HeapRecord;
    Value *Memory = OnHeap ? takeFromPool(*Env) : createRecord(*Env);
    Env->replaceAllUsesWith(Memory);
    Env->eraseFromParent();

    LocatedBuilder B(Mark);
    RuntimeFn Link = OnHeap ? RuntimeFn::DeferProc : RuntimeFn::DeferProcStack;
    B.CreateCall(getOrInsertRuntimeFn(M, Link),
                 {FrameAddress, Memory, Mark->getRunHalf(),
                  B.getInt32(Mark->getSegment() - Lowest)});
    Mark->eraseFromParent();
  }

  Value *takeFromPool(MarkEnv &Env) {
    LocatedBuilder B(&Env);
    return B.CreateCall(getOrInsertRuntimeFn(M, RuntimeFn::NewDefer),
                        {FrameAddress, B.getInt64(Env.getSize()),
                         B.getInt64(Env.getAlign().value())},
                        "deferc.env");
  }

  /// The header stands right before the environment, which is aligned.
  Value *createRecord(MarkEnv &Env) {
    Align A = std::max(Align(16), Env.getAlign());
    uint64_t Header = alignTo(layout::RecordHeaderSize, A);
    AllocaInst *Record =
        createAlloca(Header + Env.getSize(), A, "deferc.record");
    LocatedBuilder B = atEntry();
    return B.CreateConstInBoundsGEP1_64(B.getInt8Ty(), Record, Header,
                                        "deferc.env");
  }

  void emitPending(Expansion &At, unsigned Segment, bool) override {
    At.emitCall(getOrInsertRuntimeFn(M, RuntimeFn::DeferReturn),
                {FrameAddress, At.B.getInt32(Segment - Lowest)});
  }

  /// The lowest segment. The runtime ends the defer frame with segment 0, so
  /// segments are numbered from the lowest one.
  unsigned findLowest() const {
    unsigned Least = UINT_MAX;
    for (const MarkDefer *Mark : Frame.Defers)
      Least = std::min(Least, Mark->getSegment());
    for (const MarkExit *Mark : Frame.Exits)
      Least = std::min(Least, Mark->getSegment());
    return Least;
  }

  unsigned Lowest = 0;
};

} // namespace

void lowerRecords(FrameMarkers &Frame, const DeferPlan &Plan) {
  RecordLowering(Frame, Plan).run();
}

} // namespace deferc
