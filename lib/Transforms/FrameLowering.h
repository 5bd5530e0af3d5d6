//===- FrameLowering.h - What the tiers have in common ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The skeleton of lowering one frame. A tier says what the frame is, how a
/// call is registered and how the pending calls of a segment are run; the
/// exits, the unwind edges and the result are the same for all.
///
/// An exit runs the segment's pending calls. An unwind asks first:
///
///   %r = call i1 @__deferc_recovered(ptr %frame, ptr %exn)
///   br i1 %r, label %recovered, label %goes.on
/// recovered:   ; a result that no `return` has completed becomes zero
/// goes.on:     ; the segment's pending calls run, the unwinding continues
///
/// Whether a `return` has completed is a flag that every exit sets, since the
/// result is stored before the first exit. A jump back out of a segment passes
/// an exit too; in such functions the result is zero from the start, and every
/// defer statement takes the flag back.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_FRAMELOWERING_H
#define DEFERC_LIB_TRANSFORMS_FRAMELOWERING_H

#include "Expansion.h"
#include "FrameMarkers.h"
#include "deferc/Transforms/DeferPlan.h"

namespace deferc {

class FrameLowering {
public:
  FrameLowering(FrameMarkers &Frame, const DeferPlan &Plan)
      : Frame(Frame), Plan(Plan), F(Frame.F), M(*F.getParent()) {}
  virtual ~FrameLowering() = default;

  /// Replaces every marker of the frame.
  void run();

protected:
  /// Creates the frame and what must be stored at entry; returns its address.
  virtual llvm::Value *createFrame() = 0;
  /// Replaces the environment and the defer marker of the I-th statement.
  virtual void lowerDefer(unsigned I) = 0;
  /// Emits the run of what Segment has pending; Cold while unwinding and after
  /// a recover.
  virtual void emitPending(Expansion &At, unsigned Segment, bool Cold) = 0;
  /// What a tier does after all markers are gone.
  virtual void finish() {}

  llvm::AllocaInst *createAlloca(uint64_t Size, llvm::Align Alignment,
                                 const llvm::Twine &Name);
  /// In the entry block, behind its allocas: what is emitted here comes before
  /// anything that can unwind.
  LocatedBuilder atEntry();

  FrameMarkers &Frame;
  const DeferPlan &Plan;
  llvm::Function &F;
  llvm::Module &M;
  llvm::Value *FrameAddress = nullptr;

private:
  void prepareResult();
  void settleResult(Expansion &At);
  void lowerExit(MarkExit &Exit);
  void lowerUnwind(MarkUnwind &Unwind);
  void lowerCaught(MarkCaught &Caught);
  void lowerBox(MarkBox &Box);

  /// i8, 1 when a `return` has stored its result; null when nobody asks.
  llvm::AllocaInst *Returned = nullptr;
};

/// Lowers to bits and calls in line. Before:
///   %f = call ptr @__deferc_mark_frame(i32 1)
///   %env = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
///   store ptr %mutex, ptr %env
///   call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
void lowerOpenCoded(FrameMarkers &Frame, const DeferPlan &Plan);

/// Lowers to records that the runtime links.
void lowerRecords(FrameMarkers &Frame, const DeferPlan &Plan);

/// Removes the markers of a frame without a defer statement.
void eraseFrame(FrameMarkers &Frame);

/// Has no call of F inlined, whatever F or a caller that is `flatten` asks for.
void keepOutOfLine(llvm::Function &F);

/// An alloca in F's entry block.
llvm::AllocaInst *createEntryAlloca(llvm::Function &F, uint64_t Size,
                                    llvm::Align Alignment,
                                    const llvm::Twine &Name);

/// The first instruction of the entry block behind the allocas that begin it.
llvm::Instruction *firstAfterAllocas(llvm::Function &F);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_FRAMELOWERING_H
