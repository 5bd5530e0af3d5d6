//===- OperandUses.h - What an operand does with a variable -----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells what the operand of a defer statement leaves behind of a variable that
/// it names, once it has been evaluated. The parameters of the deferred call
/// are made where the statement stands, so that of
///
///     defer byValue(x), byValue(std::move(x)), byValue(T(x.member))
///
/// nothing refers to x when the call is due. A parameter that is a reference,
/// and an object that can hold one, may refer to it: see Holding.h.
///
/// A temporary is destroyed after the deferred call, whatever was made of it.
/// So its destructor counts too, if it may use what the temporary was made
/// from.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_OPERANDUSES_H
#define DEFERC_LIB_FRONTEND_REACH_OPERANDUSES_H

#include "clang/AST/Expr.h"

namespace deferc {

/// In ascending order: of several uses the greatest counts.
enum class Use {
  Read,   ///< A value is read; it leads nowhere.
  Copied, ///< An object is copied or moved, with the references in it.
  Kept    ///< The address stays.
};

/// What \p Operand, whose last call \p Deferred is deferred, does with \p V.
Use useOf(const clang::ValueDecl *V, const clang::Expr *Operand,
          const clang::Expr *Deferred);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_OPERANDUSES_H
