//===- MarkerBuilder.cpp - Calls of the closure markers -------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Build/MarkerBuilder.h"

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"

using namespace clang;

namespace deferc {
namespace {

/// Clang's types for the words of the list.
struct Types {
  explicit Types(ASTContext &Ctx)
      : Void(Ctx.VoidTy), Bool(Ctx.BoolTy), Ptr(Ctx.VoidPtrTy),
        Variable(Ctx.VoidPtrTy), Number(Ctx.getIntTypeForBitwidth(32, true)),
        Bytes(Ctx.getIntTypeForBitwidth(64, false)) {}
  QualType Void, Bool, Ptr, Variable, Number, Bytes;
};

QualType functionType(ASTContext &Ctx, ClosureMarker Marker) {
  Types Word(Ctx);
  switch (Marker) {
#define DEFERC_OPERAND(Type, Name) Word.Type,
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  case ClosureMarker::Id:                                                      \
    return Ctx.getFunctionType(Word.Result, {Operands}, {});
#define DEFERC_SHAPE_MARKER(Id, Symbol, Result, Operands, Rule)                \
  case ClosureMarker::Id:                                                      \
    break;
#include "deferc/ClangShape/ClosureMarkers.def"
  }
  llvm_unreachable("the frontend does not write this marker");
}

/// Makes expressions of the operands of a call at \p Loc.
class OperandBuilder {
public:
  OperandBuilder(ASTContext &Ctx, SourceLocation Loc)
      : Build(Ctx), Word(Ctx), Loc(Loc) {}

  Expr *operator()(marks::Number N) const {
    return Build.integer(N, Word.Number, Loc);
  }
  Expr *operator()(marks::Bytes N) const {
    return Build.integer(N, Word.Bytes, Loc);
  }
  Expr *operator()(marks::Variable V) const { return Build.addressOf(V, Loc); }
  Expr *operator()(marks::Ptr E) const { return E; }

private:
  AstBuilder Build;
  Types Word;
  SourceLocation Loc;
};

} // namespace

/// All markers but the cleanup of a segment are nothrow. Clang would make no
/// landing pad for a cleanup that is nothrow.
FunctionDecl *MarkerBuilder::declare(ClosureMarker Id) const {
  llvm::StringRef Symbol = getSymbol(Id);
  if (FunctionDecl *Known = Build.find(Symbol))
    return Known;
  TranslationUnitDecl *Unit = Ctx.getTranslationUnitDecl();
  QualType Type = functionType(Ctx, Id);
  auto *F =
      FunctionDecl::Create(Ctx, Unit, SourceLocation(), SourceLocation(),
                           &Ctx.Idents.get(Symbol), Type, nullptr, SC_Extern);
  llvm::SmallVector<ParmVarDecl *, 5> Params;
  for (QualType Param : Type->castAs<FunctionProtoType>()->param_types())
    Params.push_back(ParmVarDecl::Create(Ctx, F, SourceLocation(),
                                         SourceLocation(), nullptr, Param,
                                         nullptr, SC_None, nullptr));
  F->setParams(Params);
  F->setImplicit();
  F->addAttr(AsmLabelAttr::CreateImplicit(Ctx, Symbol));
  F->addAttr(ErrorAttr::CreateImplicit(Ctx, ClosureMarkerLeft));
  if (Id != ClosureMarker::Run)
    F->addAttr(NoThrowAttr::CreateImplicit(Ctx));
  Unit->addDecl(F);
  return F;
}

#define DEFERC_SHAPE_MARKER(Id, Symbol, Result, Operands, Rule)
#define DEFERC_OPERAND(Word, Name) Operand(Mark.Name),
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  Expr *MarkerBuilder::call([[maybe_unused]] marks::Id Mark,                   \
                            SourceLocation Loc) const {                        \
    [[maybe_unused]] OperandBuilder Operand(Ctx, Loc);                         \
    return Build.call(declare(ClosureMarker::Id), {Operands}, Loc);            \
  }
#include "deferc/ClangShape/ClosureMarkers.def"

} // namespace deferc
