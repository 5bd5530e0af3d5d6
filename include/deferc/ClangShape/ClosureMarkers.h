//===- ClosureMarkers.h - What the AST tells ClangShape ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Words by which the rewriter of bodies, which sees the syntax tree, and
/// deferc-clang-shape, which sees Clang's IR, understand each other. They are
/// gone before the passes of the contract run.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CLANGSHAPE_CLOSUREMARKERS_H
#define DEFERC_CLANGSHAPE_CLOSUREMARKERS_H

#include "llvm/ADT/StringRef.h"

namespace deferc {

/// The second argument of `__deferc_mark_begin`.
enum BeginFlags : unsigned {
  Repeats = 1,   ///< The statement can run more than once in a call.
  CallForm = 16, ///< The last call before `__deferc_mark_end` is deferred.
  SplitForm = 32 ///< What follows `__deferc_mark_split` is deferred.
};

/// A call of it with a variable's address, before the closure of a defer
/// statement is called: the deferred call reaches the variable, though the
/// closure does not capture it.
constexpr llvm::StringLiteral ReachMarker = "__deferc_mark_reach";

/// The annotation of a variable that is moved to the heap.
constexpr llvm::StringLiteral BoxAnnotation = "deferc.box";

} // namespace deferc

#endif // DEFERC_CLANGSHAPE_CLOSUREMARKERS_H
