//===- FrameMarkers.h - The markers of one frame ----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Everything that a function says about its frame, collected once for the plan
/// and the lowerings.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_FRAMEMARKERS_H
#define DEFERC_LIB_TRANSFORMS_FRAMEMARKERS_H

#include "deferc/Contract/Markers.h"
#include "llvm/ADT/SmallVector.h"

namespace deferc {

class FrameMarkers {
public:
  /// Collects the markers of F, whose unreachable blocks are gone and whose
  /// markers the verifier has accepted.
  explicit FrameMarkers(llvm::Function &F);

  llvm::Function &F;
  MarkFrame *Frame = nullptr;
  MarkResult *Result = nullptr;
  /// In reverse post-order: among statements that run at most once, one that
  /// runs before another stands before it.
  llvm::SmallVector<MarkDefer *> Defers;
  /// Environments whose statement never gets to defer.
  llvm::SmallVector<MarkEnv *> UnusedEnvs;
  llvm::SmallVector<MarkExit *> Exits;
  llvm::SmallVector<MarkUnwind *> Unwinds;
  llvm::SmallVector<MarkCaught *> Caughts;
  llvm::SmallVector<MarkBox *> Boxes;
};

/// The marker that opens F's frame; null in a function without one.
MarkFrame *findFrame(llvm::Function &F);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_FRAMEMARKERS_H
