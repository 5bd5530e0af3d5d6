//===- Reach.h - What a deferred call can reach -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the variables of nested scopes that a deferred call can reach, so that
/// they are kept until it has run, and reports those that cannot be.
///
/// A variable is reached when the closure of the defer statement captures it
/// and the operand does more than read, copy or move its value (OperandUses.h).
/// What is copied may hold references. From there on:
///
///   a reference        reaches what its initialiser binds it to, through
///                      members, elements, conditionals and casts
///   a binding          reaches the object that is taken apart
///   a loop variable    of a range for that is a reference reaches the range
///   a lambda           reaches what it captures by reference
///   an aggregate       reaches what its references are bound to
///
/// A call that gives back a reference may give back any of its arguments that
/// has this type or can hold it. They are kept where nothing is against it; one
/// with a destructor counts only where Clang knows the result to depend on it:
/// `[[clang::lifetimebound]]`, or a member of an owner as std::vector. Pointers
/// are not followed.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_REACH_H
#define DEFERC_LIB_FRONTEND_REACH_REACH_H

#include "Scan/BodyScan.h"
#include "Scan/Checks.h"

#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

/// A variable that must live until the call.
struct ReachedVar {
  clang::VarDecl *V;
  const clang::NamedDecl *Name; ///< What the source calls it, or the way to it.
  unsigned Capture;             ///< Which capture of the closure leads to it.
  bool Direct;                  ///< This capture is of the variable itself.
};

/// The variables of \p Scan's body that end before \p D's call is due and that
/// the call can reach. Reports those that cannot be kept, and leaves them out.
/// A temporary among them becomes a variable of \p Owner, here and in \p Scan.
llvm::SmallVector<ReachedVar, 4>
reachedVars(clang::CompilerInstance &CI, BodyScan &Scan,
            clang::DeclContext *Owner, const DeferStmt &D, OperandForm Form);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_REACH_H
