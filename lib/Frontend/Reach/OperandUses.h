//===- OperandUses.h - What an operand does with a variable -----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells how the deferred call still refers to a variable that the operand of
/// the defer statement names. The operand is evaluated where the statement
/// stands, and the parameters of the call are initialised there. So after
///
///     defer byValue(x), byValue(std::move(x)), byValue(T(x.member))
///
/// the call does not refer to x. A parameter that is a reference may refer to
/// x, and so may an object that can hold a reference (Holding.h).
///
/// A temporary of the operand is destroyed after the deferred call has run. Its
/// destructor counts as well, if it may use what the temporary was made from.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_OPERANDUSES_H
#define DEFERC_LIB_FRONTEND_REACH_OPERANDUSES_H

#include "clang/AST/Expr.h"

namespace deferc {

/// In ascending order: of several uses the greatest counts.
enum class Use {
  Read,   ///< A value is read, and does not lead back to the variable.
  Copied, ///< The object is copied or moved, with the references in it.
  Kept    ///< The address of the variable is kept.
};

/// What \p Operand, whose last call \p Deferred is deferred, does with \p V.
Use useOf(const clang::ValueDecl *V, const clang::Expr *Operand,
          const clang::Expr *Deferred);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_OPERANDUSES_H
