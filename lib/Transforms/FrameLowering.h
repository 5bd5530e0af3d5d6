//===- FrameLowering.h - What the tiers have in common ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The skeleton of lowering one defer frame. A tier decides three things: what
/// the frame is in memory, how a call is registered, and how the pending calls
/// of a segment are run. Exits, unwind edges and the result are the same for
/// all tiers.
///
/// An exit runs the segment's pending calls. An unwind asks first:
///
///   %r = call i1 @__deferc_recovered(ptr %frame, ptr %exn)
///   br i1 %r, label %recovered, label %goes.on
/// recovered:   ; a result that no `return` has completed becomes zero
/// goes.on:     ; the segment's pending calls run, the unwinding continues
///
/// A flag tells whether a `return` has completed. Every exit sets it, since the
/// result is stored before the first exit. A jump back out of a segment has an
/// exit too, although nothing has returned. In functions with such jumps the
/// result is zero from the start, and every defer statement clears the flag.
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

  /// Replaces every marker of the defer frame.
  void run();

protected:
  /// Creates the frame's memory, initialises it in the entry block, and returns
  /// its address.
  virtual llvm::Value *createFrame() = 0;
  /// Replaces the env marker and the defer marker of the I-th statement.
  virtual void lowerDefer(unsigned I) = 0;
  /// Emits code that runs the pending calls of Segment. Cold: the code runs
  /// only while unwinding or after a recover.
  virtual void emitPending(Expansion &At, unsigned Segment, bool Cold) = 0;
  /// Called after all other markers have been replaced.
  virtual void finish() {}

  llvm::AllocaInst *createAlloca(uint64_t Size, llvm::Align Alignment,
                                 const llvm::Twine &Name);
  /// A builder in the entry block behind the allocas, before any instruction
  /// that can unwind.
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

  /// An i8, which is 1 when a `return` has stored its result. Null when no
  /// code reads it.
  llvm::AllocaInst *Returned = nullptr;
};

/// Lowers to deferBits and calls in line. Before:
///   %f = call ptr @__deferc_mark_frame(i32 1)
///   %env = call ptr @__deferc_mark_env(ptr %f, i64 8, i64 8, i32 0)
///   store ptr %mutex, ptr %env
///   call void @__deferc_mark_defer(ptr %f, ptr %env, ptr @run, i32 0)
void lowerOpenCoded(FrameMarkers &Frame, const DeferPlan &Plan);

/// Lowers to records that the runtime links.
void lowerRecords(FrameMarkers &Frame, const DeferPlan &Plan);

/// Removes the markers of a defer frame without a defer statement.
void eraseFrame(FrameMarkers &Frame);

/// Forbids to inline F, even where F or a `flatten` caller asks for it.
void keepOutOfLine(llvm::Function &F);

/// Creates a static alloca, at the start of F's entry block.
llvm::AllocaInst *createEntryAlloca(llvm::Function &F, uint64_t Size,
                                    llvm::Align Alignment,
                                    const llvm::Twine &Name);

/// The first instruction of the entry block behind the allocas that begin it.
llvm::Instruction *firstAfterAllocas(llvm::Function &F);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_FRAMELOWERING_H
