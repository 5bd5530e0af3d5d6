//===- StackFrame.h - A frame on the machine's stack ------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A stack frame as a walk knows it, with the registers that a call preserves,
/// and the two ways to go on in it: at a landing pad, or in a function that is
/// called from there.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_STACKFRAME_H
#define DEFERC_RUNTIME_UNWIND_STACKFRAME_H

#include "support/Config.h"

#include <stdint.h>
#include <unwind.h>

namespace deferc DEFERC_HIDDEN {

/// A stack frame at the call that it is in, as the unwinder or stepFrame() has
/// restored it.
struct StackFrame {
  uintptr_t IP;     ///< Inside the instruction that calls.
  uintptr_t SP;     ///< At the call.
  uintptr_t LSDA;   ///< 0: the function has no landing pads.
  uintptr_t Region; ///< Start of the function, when LSDA or RegionEnd is set.
  uintptr_t RegionEnd; ///< 0: not known.
  uintptr_t RBX, RBP, R12, R13, R14, R15;
  bool HasPushedArguments; ///< When RegionEnd is known.
};

/// Reads IP, SP, LSDA and Region of the unwinder's frame. Without an IP, at the
/// end of the stack, only SP is set.
DEFERC_HIDDEN void readPlace(_Unwind_Context *Context, StackFrame &F) noexcept;
/// Reads the registers of the unwinder's frame.
DEFERC_HIDDEN void readRegisters(_Unwind_Context *Context,
                                 StackFrame &F) noexcept;

/// Reads both.
inline void readFrame(_Unwind_Context *Context, StackFrame &F) noexcept {
  readPlace(Context, F);
  if (F.IP)
    readRegisters(Context, F);
}

/// Restores what the frame had at its call and goes to its landing pad, as the
/// unwinder would for a cleanup (selector 0).
[[noreturn]] DEFERC_HIDDEN void enterPad(const StackFrame &F, uintptr_t Pad,
                                         _Unwind_Exception *E) noexcept;
/// Restores what the frame had at its call and calls Function(Argument) from
/// there, with the same return address.
[[noreturn]] DEFERC_HIDDEN void callFrom(const StackFrame &F,
                                         void (*Function)(void *),
                                         void *Argument) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_STACKFRAME_H
