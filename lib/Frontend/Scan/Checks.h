//===- Checks.h - What a defer statement may not do -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_CHECKS_H
#define DEFERC_LIB_FRONTEND_SCAN_CHECKS_H

#include "Scan/BodyScan.h"

#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

/// How the operand of a defer statement becomes a deferred call.
enum class OperandForm {
  Invalid, ///< Reported.
  Block,   ///< All of the closure is deferred.
  Call,    ///< The last call of the operand is deferred.
  Split,  ///< A builtin, `delete` or a copy: what follows the evaluation of its
          ///< operands is deferred.
  Nothing ///< The call does nothing, so only its operands are evaluated.
};

/// Reports what is wrong with \p D's operand, or says what form it has.
OperandForm checkOperand(clang::CompilerInstance &CI, const DeferStmt &D);

/// The call inside a valid operand, without parentheses and cleanups.
clang::Expr *operandCore(clang::Expr *E);

/// The assignment operator that \p E calls, when Clang emits a copy of the
/// object in place of the call. Else null.
const clang::CXXMethodDecl *trivialAssignment(const clang::Expr *E);

/// Whether the closure of \p D calls `recover()` itself.
bool recovers(const DeferStmt &D);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_CHECKS_H
