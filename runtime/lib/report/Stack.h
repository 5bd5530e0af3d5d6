//===- Stack.h - The addresses on a stack -----------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A report walks a stack first, which a signal handler can do, and prints it
/// later.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_STACK_H
#define DEFERC_RUNTIME_REPORT_STACK_H

#include "support/Config.h"

#include <stddef.h>
#include <stdint.h>
#include <unwind.h>

namespace deferc DEFERC_HIDDEN {

/// Whether the code at this address is the runtime's.
DEFERC_HIDDEN bool isInRuntime(uintptr_t IP) noexcept;
/// Whether the code at this address is in that function.
DEFERC_HIDDEN bool isIn(uintptr_t IP, void (*Function)()) noexcept;

/// The addresses on a stack, innermost first. A stack that is too deep for the
/// memory has both its ends here. All members are zero at first.
class Stack {
public:
  /// Makes room for a deep stack, if there is memory. Maps it.
  void reserve() noexcept;

  /// Walks the stack from the frame that has this return address, or from the
  /// caller when no frame has. Does not allocate.
  void walkFrom(const void *ReturnAddress) noexcept;
  /// Walks the stack in a signal handler, from the instruction that the handler
  /// interrupted.
  void walkInterrupted(uintptr_t Instruction) noexcept;

  size_t size() const { return Count < capacity() ? Count : capacity(); }
  /// How many addresses are missing in the middle.
  size_t missing() const { return Count - size(); }
  /// The position before which they are missing.
  size_t missingBefore() const { return capacity() / 2; }

  uintptr_t operator[](size_t I) const {
    const uintptr_t *Memory = Much ? Much : Little;
    return Memory[slot(I < capacity() / 2 ? I : I + missing())];
  }

private:
  struct Walk;
  void walk(Walk &W);
  static _Unwind_Reason_Code visit(_Unwind_Context *Context, void *Argument);
  void add(uintptr_t IP);
  size_t capacity() const { return Much ? Many : Few; }
  /// The first half stays, the second is a ring.
  size_t slot(size_t I) const {
    size_t Half = capacity() / 2;
    return I < Half ? I : Half + (I - Half) % Half;
  }

  static constexpr size_t Few = 256, Many = 1 << 20;
  uintptr_t Little[Few];
  uintptr_t *Much;
  size_t Count;
  size_t AfterRuntime;
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_STACK_H
