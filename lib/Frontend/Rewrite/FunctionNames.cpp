//===- FunctionNames.cpp - Names inside of a deferred operand -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rewrite/FunctionNames.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {
namespace {

/// The innermost function around \p Closure that is no closure of a defer
/// statement.
FunctionDecl *writerOf(const FunctionDecl *Closure) {
  const DeclContext *Context = Closure->getParent();
  while (Context) {
    if (const auto *F = dyn_cast<FunctionDecl>(Context))
      if (!isDeferClosure(dyn_cast_or_null<CompoundStmt>(F->getBody())))
        return const_cast<FunctionDecl *>(F);
    Context = Context->getParent();
  }
  return nullptr;
}

class Renamer {
public:
  Renamer(ASTContext &Ctx, FunctionDecl *Closure, FunctionDecl *Writer)
      : Ctx(Ctx), Closure(Closure), Writer(Writer) {}

  Stmt *rename(Stmt *S) {
    if (!S || isa<LambdaExpr, BlockExpr>(S))
      return S;
    if (auto *Name = dyn_cast<PredefinedExpr>(S))
      return predefined(Name);
    if (auto *Place = dyn_cast<SourceLocExpr>(S))
      return place(Place);
    if (auto *Default = dyn_cast<CXXDefaultArgExpr>(S))
      return Default->getUsedContext() == Closure ? defaultArgument(Default)
                                                  : S;
    for (Stmt *&Child : S->children())
      if (Child)
        Child = rename(Child);
    return S;
  }

private:
  Stmt *predefined(PredefinedExpr *E) {
    std::string Name = PredefinedExpr::ComputeName(E->getIdentKind(), Writer);
    QualType Char = Ctx.CharTy.withConst();
    QualType Type =
        Ctx.getConstantArrayType(Char, llvm::APInt(32, Name.size() + 1),
                                 nullptr, ArraySizeModifier::Normal, 0);
    auto *Text = StringLiteral::Create(Ctx, Name, StringLiteralKind::Ordinary,
                                       false, Type, E->getLocation());
    return PredefinedExpr::Create(Ctx, E->getLocation(), Type,
                                  E->getIdentKind(), E->isTransparent(), Text);
  }

  /// A default argument is evaluated for the function that uses it. Clang has
  /// evaluated an immediate call in it, std::source_location::current(), for
  /// the closure, so such a call is evaluated again.
  Stmt *defaultArgument(CXXDefaultArgExpr *E) {
    auto Create = [&](Expr *Init) {
      return CXXDefaultArgExpr::Create(Ctx, E->getUsedLocation(), E->getParam(),
                                       Init, Writer);
    };
    if (!E->hasRewrittenInit())
      return Create(nullptr);
    auto *Known = dyn_cast<ConstantExpr>(E->getRewrittenExpr());
    if (!Known)
      return Create(E->getRewrittenExpr());
    Expr::EvalResult Value;
    if (!Create(Known->getSubExpr())->EvaluateAsConstantExpr(Value, Ctx))
      return Create(Known);
    return Create(ConstantExpr::Create(Ctx, Known->getSubExpr(), Value.Val));
  }

  Stmt *place(SourceLocExpr *E) {
    return new (Ctx) SourceLocExpr(Ctx, E->getIdentKind(), E->getType(),
                                   E->getBeginLoc(), E->getEndLoc(), Writer);
  }

  ASTContext &Ctx;
  FunctionDecl *Closure, *Writer;
};

} // namespace

void nameWritingFunction(ASTContext &Ctx, DeferStmt &D) {
  if (!D.Lambda)
    return;
  FunctionDecl *Closure = D.Lambda->getCallOperator();
  FunctionDecl *Writer = writerOf(Closure);
  if (!Writer || !D.operand())
    return;
  D.Closure->body_begin()[1] =
      Renamer(Ctx, Closure, Writer).rename(D.Closure->body_begin()[1]);
}

} // namespace deferc
