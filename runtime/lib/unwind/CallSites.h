//===- CallSites.h - What a frame does for an exception ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The unwinder tells where the language specific data of a frame lie, not
/// whether the frame has anything to do for an exception. That is in the
/// call-site table of these data.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_CALLSITES_H
#define DEFERC_RUNTIME_UNWIND_CALLSITES_H

#include "unwind/StackFrame.h"

namespace deferc DEFERC_HIDDEN {

/// What an exception meets in a frame.
enum class CallSite {
  Nothing,   ///< It goes through the frame.
  Pad,       ///< Control goes to a landing pad.
  Terminates ///< The call must not throw: the program terminates.
};
/// Looks the frame's call up in its call-site table. Sets Pad when the answer
/// is CallSite::Pad. Neither allocates nor locks.
DEFERC_HIDDEN CallSite findCallSite(const StackFrame &F,
                                    uintptr_t &Pad) noexcept;

/// Whether the frame is of a function that was split into parts with unwind
/// tables of their own. Its landing pads are then relative to another part.
DEFERC_HIDDEN bool isInSplitFunction(const StackFrame &F) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_CALLSITES_H
