//===- Symbols.h - What a trace shows of an address -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns addresses into functions, files and lines, with elfutils' libdw when
/// the system has it, else with symbol tables; and names the objects of the
/// process for messages.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_SYMBOLS_SYMBOLS_H
#define DEFERC_RUNTIME_SYMBOLS_SYMBOLS_H

#include "support/Config.h"

#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

/// What a function is to the reader of a trace.
enum class FunctionKind : uint8_t {
  Plain,
  Block,       ///< A `defer { ... }` block.
  BlockRunner, ///< The run half of a block; may hold the block's code.
  Wrapper,     ///< The run half of a call, or a function that forwards.
  Operands     ///< The part of a defer statement that evaluates operands.
};

/// One frame of a trace. An address has several when functions were inlined
/// there.
struct Location {
  const char *Function; ///< As the source has it; null when not known.
  FunctionKind Kind;
  const char *File; ///< Null when not known.
  int Line;
  const char *Object; ///< The executable or shared object.
  uintptr_t Offset;   ///< Of the address in its function, or in the object.
  bool Inlined;
};

using LocationSink = void (*)(void *Context, const Location &L);

/// Sends the locations of this address, at least one, the innermost inlined
/// function first. Allocates; for a process that is about to end.
DEFERC_HIDDEN void describeAddress(uintptr_t IP, LocationSink Sink,
                                   void *Context) noexcept;

/// Whether the program has more rights than who started it (AT_SECURE). A
/// report must then tell nothing of the program but its panics, and load no
/// library into it.
DEFERC_HIDDEN bool isPrivileged() noexcept;

/// What a message calls the executable or shared object that holds this
/// address. Locks the list of shared objects.
DEFERC_HIDDEN const char *objectName(uintptr_t Address) noexcept;
/// What a message calls the file at this path: the path, but in a privileged
/// program only its last part.
DEFERC_HIDDEN const char *shownPath(const char *Path) noexcept;

/// Whether a call of describeAddress() is in libdw. libdw may fault there: it
/// opens libraries that clean up when another thread exits.
DEFERC_HIDDEN bool isInLibDw() noexcept;
/// Has names come from symbol tables alone from now on: after a fault in libdw,
/// and in the child of a fork, where another thread may have been in libdw.
DEFERC_HIDDEN void forgetHelpers() noexcept;

/// Where the function begins of which the code at this address is a part; 0
/// when that code is no part of a split function, or there are no symbols.
/// Reads the object's file.
DEFERC_HIDDEN uintptr_t splitFunctionStart(uintptr_t IP) noexcept;

/// Fills in Function and Kind from the name of a symbol, null when not known:
/// demangled, without parameters and result, and without what compilers append.
/// Allocates.
DEFERC_HIDDEN void nameFunction(Location &L, const char *Symbol) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_SYMBOLS_SYMBOLS_H
