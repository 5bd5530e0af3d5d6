//===- Reach.h - What a deferred call can reach -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the variables of nested scopes that a deferred call can reach, so that
/// they can be kept until the call has run, and reports those that cannot be
/// kept.
///
/// A variable is reached when the closure of the defer statement captures it
/// and the operand does more than read, copy or move its value (OperandUses.h).
/// An object that is copied may hold references. Then:
///
///   a reference        reaches what its initialiser binds it to, through
///                      members, elements, conditionals and casts
///   a binding          reaches the object that is taken apart
///   a loop variable    of a range for that is a reference reaches the range
///   a lambda           reaches what it captures by reference
///   an aggregate       reaches what its references are bound to
///
/// A call that returns a reference may return any of its arguments that has the
/// type of the result or can hold such an object (ResultSources.h). Such an
/// argument is kept if it can be. One that cannot be kept, since it has a
/// destructor, is reported only where Clang knows that the result depends on
/// it. Pointers are not followed.
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
  /// Its name, or the last name on the way to it when it has none.
  const clang::NamedDecl *Name;
  unsigned Capture; ///< Number of the capture that leads to it.
  bool Direct;      ///< The capture is of the variable itself.
};

/// The variables of \p Scan's body that \p D's deferred call can reach and that
/// would be destroyed before it runs. Reports those that cannot be kept, and
/// leaves them out. A temporary among them becomes a variable of \p Owner and
/// of
/// \p Scan (Temporaries.h).
llvm::SmallVector<ReachedVar, 4>
reachedVars(clang::CompilerInstance &CI, BodyScan &Scan,
            clang::DeclContext *Owner, const DeferStmt &D, OperandForm Form);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_REACH_H
