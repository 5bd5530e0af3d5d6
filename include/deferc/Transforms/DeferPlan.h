//===- DeferPlan.h - Decide each defer's tier -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The one place that decides how a defer statement is implemented. The
/// lowerings obey, the remarks report.
///
/// The rules are Go's. A function's defers are open-coded when there are at
/// most 8, none of them can run twice, returns x defers <= 15, optimisation is
/// on and the function itself does not call recover(). Otherwise, a statement
/// that can run more than once gets a heap record, and any other a stack
/// record. Open-coded frames also need x86-64, no returns_twice calls, and no
/// instrumentation that moves stack slots.
///
/// See:     docs/Passes.md#deferc-lower
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_DEFERPLAN_H
#define DEFERC_TRANSFORMS_DEFERPLAN_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/Function.h"
#include <string>

namespace deferc {

class FrameMarkers;

enum class Tier { OpenCoded, StackRecord, HeapRecord };

/// Go's word for the tier. Remarks print it.
llvm::StringRef getName(Tier T);

struct DeferPlan {
  /// One tier for each of FrameMarkers::Defers. All are OpenCoded, or none is.
  llvm::SmallVector<Tier> Tiers;
  /// For each, why it does not have a cheaper tier; empty for OpenCoded.
  llvm::SmallVector<std::string> Reasons;
  /// The number of returns that Go's rule multiplies.
  unsigned Returns = 0;

  bool isOpenCoded() const {
    return !Tiers.empty() && Tiers.front() == Tier::OpenCoded;
  }
};

/// Decides for one defer frame with at least one defer.
DeferPlan makePlan(const FrameMarkers &Frame, bool Optimize);

/// Emits one remark for each defer: what it became, and why.
void emitRemarks(const FrameMarkers &Frame, const DeferPlan &Plan);

} // namespace deferc

#endif // DEFERC_TRANSFORMS_DEFERPLAN_H
