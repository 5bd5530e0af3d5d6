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
/// The rules are those of Go (spec section 2.1): open-coded only when there are
/// at most 8 defers, none of which can run twice, returns x defers <= 15 and
/// optimisation is on; otherwise a stack record, or a heap record where the
/// statement can run more than once. A function that itself says recover() is
/// not open-coded. What the machine adds: x86-64, no returns_twice calls, no
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

/// Go's word for the tier, as remarks print it.
llvm::StringRef getName(Tier T);

struct DeferPlan {
  /// One for each of FrameMarkers::Defers. All are OpenCoded, or none is.
  llvm::SmallVector<Tier> Tiers;
  /// Why not the tier before; one for each, empty for OpenCoded.
  llvm::SmallVector<std::string> Reasons;
  /// The returns that were counted.
  unsigned Returns = 0;

  bool isOpenCoded() const {
    return !Tiers.empty() && Tiers.front() == Tier::OpenCoded;
  }
};

/// Decides for one frame, which has at least one defer.
DeferPlan makePlan(const FrameMarkers &Frame, bool Optimize);

/// Tells the user what each defer became.
void emitRemarks(const FrameMarkers &Frame, const DeferPlan &Plan);

} // namespace deferc

#endif // DEFERC_TRANSFORMS_DEFERPLAN_H
