//===- Temporaries.h - Make a temporary a variable --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Makes a temporary whose lifetime a reference extends a variable of the same
/// scope, so that it can be kept like any variable:
///
///   const P &p = make();         P __deferc_temporary = make();
///                                const P &p = __deferc_temporary;
///
///   for (auto &x : {1, 2})       for (const int __deferc_temporary[] = {1, 2},
///                                     auto &x : list of __deferc_temporary)
///
///   for (const P &p : values)    for (P __deferc_temporary : values) {
///     body;                        const P &p = __deferc_temporary;
///                                  body;
///                                }
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_TEMPORARIES_H
#define DEFERC_LIB_FRONTEND_REACH_TEMPORARIES_H

#include "Build/AstBuilder.h"
#include "Scan/BodyScan.h"

namespace deferc {

class Temporaries {
public:
  Temporaries(clang::ASTContext &Ctx, BodyScan &Scan, clang::DeclContext *Owner)
      : Ctx(Ctx), Build(Ctx), Scan(Scan), Owner(Owner) {}

  /// Makes \p Temp, which lives as long as \p Extending, a variable. Returns
  /// null where none can be declared: in a condition, for an element of a
  /// tuple, and where the order of evaluation would change.
  clang::VarDecl *makeVariable(const clang::MaterializeTemporaryExpr *Temp,
                               clang::VarDecl *Extending);

private:
  clang::Stmt **findPlace(clang::Stmt *&S,
                          const clang::MaterializeTemporaryExpr *Temp) const;
  bool isEvaluatedFirst(clang::Stmt *List, clang::Stmt *Element) const;
  void declare(clang::VarDecl *V, clang::VarDecl *Extending, Declaration &At);
  void declareInHead(clang::VarDecl *V, clang::CXXForRangeStmt *Loop);
  void declareBefore(clang::VarDecl *V, clang::Decl *Next, clang::DeclStmt *S);

  clang::ASTContext &Ctx;
  AstBuilder Build;
  BodyScan &Scan;
  clang::DeclContext *Owner;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_TEMPORARIES_H
