//===- Reach.h - What a deferred call can reach -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the variables of nested scopes that a deferred call can reach, so that
/// they are kept until it has run, and reports those that cannot be. A variable is
/// reached when the closure of the defer statement captures it and the operand
/// does more than read its value.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_FRONTEND_REACH_H
#define DEFERC_FRONTEND_REACH_H

#include "deferc/Frontend/BodyScan.h"
#include "deferc/Frontend/Checks.h"

#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

/// Variables of \p Scan's body that end before \p D's call is due and that the
/// call can reach. Reports those that cannot be kept alive, and leaves them out.
llvm::SmallVector<clang::VarDecl *, 4>
reachableNestedVars(clang::CompilerInstance &CI, const BodyScan &Scan,
                    const DeferStmt &D, OperandForm Form);

} // namespace deferc

#endif // DEFERC_FRONTEND_REACH_H
