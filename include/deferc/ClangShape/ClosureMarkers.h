//===- ClosureMarkers.h - What the frontend tells ClangShape ----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The names of ClosureMarkers.def, for the frontend, which writes the markers
/// into Clang's syntax tree, and for deferc-clang-shape, which reads them from
/// Clang's IR. All are gone before the passes of the contract run.
///
/// See: docs/Passes.md#deferc-clang-shape
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CLANGSHAPE_CLOSUREMARKERS_H
#define DEFERC_CLANGSHAPE_CLOSUREMARKERS_H

#include "llvm/ADT/StringRef.h"
#include <optional>

namespace deferc {

enum class ClosureMarker {
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule) Id,
#include "deferc/ClangShape/ClosureMarkers.def"
};

/// The flags of a begin marker. A closure with neither CallForm nor SplitForm
/// is a block's: all of it is deferred.
enum BeginFlags : unsigned {
  Repeats = 1,       ///< The statement can run more than once in a call.
  CallForm = 16,     ///< The call in front of the end marker is deferred.
  SplitForm = 32,    ///< What follows the split marker is deferred.
  CapturedForm = 64, ///< The closure is a captured statement: the source is C.
};

/// The texts of annotations on variables.
namespace annotation {
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)
#define DEFERC_ANNOTATION(Id, Text)                                            \
  inline constexpr llvm::StringLiteral Id = Text;
#include "deferc/ClangShape/ClosureMarkers.def"
} // namespace annotation

/// What code generation reports when a marker is left.
inline constexpr char ClosureMarkerLeft[] =
    "a deferc marker reached code generation: the passes did not run";

llvm::StringRef getSymbol(ClosureMarker Id);

/// Which marker has the name, if one has.
std::optional<ClosureMarker> getClosureMarker(llvm::StringRef Name);

} // namespace deferc

#endif // DEFERC_CLANGSHAPE_CLOSUREMARKERS_H
