//===- PendingCalls.h - What may be pending where ---------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A forward data-flow over the markers of one defer frame. A segment may have
/// calls pending at a point when some path from the entry block to that point
/// has a defer marker of the segment and no exit of the segment after it. An
/// unwind marker ends a segment too, on the edge where its answer is false;
/// where the answer is true, calls may still be pending.
///
///   defer(0); br %c, a, b      a: ret              ; segment 0 may be pending
///                              b: exit(0); ret     ; nothing is
///
/// The verifier asks at returns, exits and resumes; deferc-landing-pads asks at
/// calls.
///
/// Needs: markers whose operands the verifier has accepted.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CONTRACT_PENDINGCALLS_H
#define DEFERC_CONTRACT_PENDINGCALLS_H

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/Function.h"

namespace deferc {

class MarkUnwind;

class PendingCalls {
public:
  explicit PendingCalls(const llvm::Function &F);
  PendingCalls(const PendingCalls &) = delete;
  PendingCalls &operator=(const PendingCalls &) = delete;

  /// What may be pending at one point.
  class State {
  public:
    bool any() const { return Segments.any(); }
    /// The numbers of the segments that may have calls pending, highest first.
    llvm::SmallVector<unsigned, 4> getSegments() const;
    /// Whether the environment that this env marker returned last may have
    /// been deferred already.
    bool isDeferred(const llvm::Instruction &Env) const;
    /// Whether an exception may be in flight that no unwind marker was asked
    /// about. It left a call while calls were pending, so it may be a panic
    /// that this defer frame has recovered.
    bool hasUnaskedException() const { return Unasked; }

  private:
    friend class PendingCalls;
    bool merge(const State &Other);
    void leave(unsigned Segment);

    const PendingCalls *Flow = nullptr;
    llvm::SmallBitVector Segments, Deferred;
    bool Unasked = false;
  };

  /// Calls Visit for every instruction that control can reach, with the state
  /// right before it.
  void visit(llvm::function_ref<void(const llvm::Instruction &, const State &)>
                 Visit) const;

private:
  using Visitor =
      llvm::function_ref<void(const llvm::Instruction &, const State &)>;
  using Edge =
      llvm::function_ref<void(const llvm::BasicBlock &, const State &)>;

  void number(const llvm::Function &F);
  unsigned indexOf(unsigned Segment) const;
  void flowThrough(const llvm::BasicBlock &BB, State S, Visitor Visit,
                   Edge Leave) const;
  void leaveBlock(const llvm::Instruction &Last, State S,
                  const MarkUnwind *Asked, Edge Leave) const;
  void apply(const llvm::Instruction &I, State &S) const;

  /// The numbers of the segments that are deferred to, ascending.
  llvm::SmallVector<unsigned, 4> Segments;
  llvm::DenseMap<const llvm::Instruction *, unsigned> Envs;
  /// The state at the start of each block that control can reach.
  llvm::MapVector<const llvm::BasicBlock *, State> AtStart;
};

} // namespace deferc

#endif // DEFERC_CONTRACT_PENDINGCALLS_H
