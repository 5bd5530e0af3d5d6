//===- ResultSources.h - What the result of a call may refer to -*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lists the arguments that the result of a call, a reference or a pointer, may
/// be or be a part of.
///
/// Any argument that has the type of the result, or can hold such an object,
/// may be its source. A source is sure where Clang knows that the result
/// depends on it: a `[[clang::lifetimebound]]` parameter, the object of a
/// member function of an owner as std::vector, and the argument of `std::move`.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_RESULTSOURCES_H
#define DEFERC_LIB_FRONTEND_REACH_RESULTSOURCES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/SmallVector.h"

namespace deferc {

struct ResultSource {
  const clang::Expr *Arg; ///< An object, or a pointer to one for `p->f()`.
  bool Sure;
};

llvm::SmallVector<ResultSource, 4> resultSources(const clang::ASTContext &Ctx,
                                                 const clang::CallExpr *Call);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_RESULTSOURCES_H
