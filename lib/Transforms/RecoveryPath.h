//===- RecoveryPath.h - A way out for recovered panics ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives the recovery exits of a frame a copy of the function's end.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_RECOVERYPATH_H
#define DEFERC_LIB_TRANSFORMS_RECOVERYPATH_H

#include "FrameMarkers.h"

namespace deferc {

/// Metadata of the copy's exit markers: their calls are cold, and stay apart
/// from the calls of the normal end.
inline constexpr char ColdExit[] = "deferc.cold";

/// Metadata of a return that deferc-landing-pads makes for a recovery exit: it
/// stands for no `return` of the source.
inline constexpr char RecoveryReturn[] = "deferc.recovery.return";

/// Copies the end for the frame's recovery exits. Returns whether it did; then
/// the markers must be collected again.
bool splitRecoveryPath(const FrameMarkers &Frame);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_RECOVERYPATH_H
