//===- FrameMarkers.h - The markers of one frame ----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// All markers of one defer frame, collected once for the plan and the
/// lowerings.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_FRAMEMARKERS_H
#define DEFERC_LIB_TRANSFORMS_FRAMEMARKERS_H

#include "deferc/Contract/Markers.h"
#include "llvm/ADT/SmallVector.h"

namespace deferc {

class FrameMarkers {
public:
  /// Collects the markers of F. Needs: F has no unreachable blocks, and the
  /// verifier accepts F.
  explicit FrameMarkers(llvm::Function &F);

  llvm::Function &F;
  MarkFrame *Frame = nullptr;
  MarkResult *Result = nullptr;
  /// In reverse post-order. Of two statements that run at most once, the one
  /// that runs first comes first.
  llvm::SmallVector<MarkDefer *> Defers;
  /// Environments that no defer marker uses.
  llvm::SmallVector<MarkEnv *> UnusedEnvs;
  llvm::SmallVector<MarkExit *> Exits;
  llvm::SmallVector<MarkUnwind *> Unwinds;
  llvm::SmallVector<MarkCaught *> Caughts;
  llvm::SmallVector<MarkBox *> Boxes;
};

/// The marker that opens F's defer frame; null when F has none.
MarkFrame *findFrame(llvm::Function &F);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_FRAMEMARKERS_H
