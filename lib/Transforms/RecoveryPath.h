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

/// On the exit markers of the copy: their calls are cold, and stay apart from
/// those of the normal end.
inline constexpr char ColdExit[] = "deferc.cold";

/// On a return that deferc-landing-pads makes: it leaves the recovery exit, and
/// no `return` of the source is behind it.
inline constexpr char RecoveryReturn[] = "deferc.recovery.return";

/// Returns whether F has changed; then the markers must be collected again.
bool splitRecoveryPath(const FrameMarkers &Frame);

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_RECOVERYPATH_H
