//===- MarkerBuilder.h - Calls of the closure markers -----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Makes calls of the markers of ClosureMarkers.def. Each marker has a struct,
/// whose fields are the operands:
///
///   Mark.call(marks::Begin{.Segment = 0, .Flags = CallForm, .Size = 8}, Loc)
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_BUILD_MARKERBUILDER_H
#define DEFERC_LIB_FRONTEND_BUILD_MARKERBUILDER_H

#include "Build/AstBuilder.h"

#include "deferc/ClangShape/ClosureMarkers.h"

namespace deferc {

namespace marks {

/// What stands for an operand of each word of the list.
using Number = unsigned;
using Bytes = uint64_t;
using Variable = clang::VarDecl *;
using Ptr = clang::Expr *;

#define DEFERC_SHAPE_MARKER(Id, Symbol, Result, Operands, Rule)
#define DEFERC_OPERAND(Word, Name) marks::Word Name;
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  struct Id {                                                                  \
    Operands                                                                   \
  };
#include "deferc/ClangShape/ClosureMarkers.def"

} // namespace marks

class MarkerBuilder {
public:
  explicit MarkerBuilder(clang::ASTContext &Ctx) : Ctx(Ctx), Build(Ctx) {}

  /// The marker's function; declares it when it is asked for the first time.
  clang::FunctionDecl *declare(ClosureMarker Id) const;

#define DEFERC_SHAPE_MARKER(Id, Symbol, Result, Operands, Rule)
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  clang::Expr *call(marks::Id Mark, clang::SourceLocation Loc) const;
#include "deferc/ClangShape/ClosureMarkers.def"

private:
  clang::ASTContext &Ctx;
  AstBuilder Build;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_BUILD_MARKERBUILDER_H
