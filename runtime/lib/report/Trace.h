//===- Trace.h - The stacks that a report shows -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A stack is walked first, which a signal handler can do, and printed later,
/// by rules that are Go's (trace.cpp).
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_TRACE_H
#define DEFERC_RUNTIME_REPORT_TRACE_H

#include "report/Printer.h"

#include <stddef.h>
#include <stdint.h>
#include <unwind.h>

namespace deferc DEFERC_HIDDEN {

/// What DEFERC_TRACEBACK asks for.
enum class Traceback { None, Single, All, Crash };

/// The addresses on a stack, innermost first. Of a stack that is too deep for
/// the memory, both ends. All zero at first.
class Stack {
public:
  /// Makes room for a deep stack, if there is memory.
  void reserve() noexcept;

  /// Walks the stack from the frame of this return address; if there is none,
  /// from the caller. Does not allocate.
  void walkFrom(const void *ReturnAddress) noexcept;
  /// The same in a signal handler, from the instruction that it interrupted.
  void walkInterrupted(uintptr_t Instruction) noexcept;

  size_t size() const { return Count < capacity() ? Count : capacity(); }
  /// How many are missing in the middle, before which position.
  size_t missing() const { return Count - size(); }
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

/// Prints the frames of a stack, those that are nobody's code too if
/// ShowInternal. Allocates; for a process that is about to end.
void printStack(Printer &Out, const Stack &S, bool ShowInternal) noexcept;

/// Prints the stacks of all threads but this one. A thread that does not answer
/// is not waited for.
void printOtherThreads(Printer &Out) noexcept;

/// Forgets what printStack() keeps: in the child of a fork, another thread may
/// have been in it.
void forgetDescriptions() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_TRACE_H
