//===- Symbols.h - What a trace shows of an address -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns addresses into functions, files and lines, with elfutils' libdw when
/// the system has it, else with symbol tables.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_SYMBOLS_H
#define DEFERC_RUNTIME_REPORT_SYMBOLS_H

#include "Runtime.h"

#include <sys/auxv.h>

namespace deferc {

/// What a function is to who reads a trace.
enum class FunctionKind : uint8_t {
  Plain,
  Block,      ///< A `defer { ... }` block.
  BlockEntry, ///< What runs it; may hold its code.
  Wrapper,    ///< What makes a deferred call, or another compiler's forwarder.
  Operands    ///< The part of a defer statement that evaluates operands.
};

/// One frame; an address has several when functions were inlined there.
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

/// Sends what stands at this address, innermost inlined function first. At
/// least one location. Allocates; for a process that is about to end.
DEFERC_HIDDEN void describeAddress(uintptr_t IP, LocationSink Sink,
                                   void *Context) noexcept;

/// Whether the program has more rights than who started it (AT_SECURE), so that
/// nothing may be told of it but its panics, and no library loaded into it.
inline bool isPrivileged() noexcept { return getauxval(AT_SECURE) != 0; }

/// What a message calls the executable or shared object that holds this
/// address. Locks the list of shared objects.
DEFERC_HIDDEN const char *objectName(uintptr_t Address) noexcept;
/// What a message calls the file at this path: in a privileged program only the
/// last part.
DEFERC_HIDDEN const char *shownPath(const char *Path) noexcept;

/// Has names come from symbol tables alone from now on: in the child of a fork,
/// another thread may have been in libdw.
DEFERC_HIDDEN void forgetHelpers() noexcept;

/// Fills in Function and Kind from the name of a symbol, null when not known:
/// demangled, without parameters and result, and without what compilers append.
/// Allocates.
DEFERC_HIDDEN void nameFunction(Location &L, const char *Symbol) noexcept;

} // namespace deferc

#endif // DEFERC_RUNTIME_REPORT_SYMBOLS_H
