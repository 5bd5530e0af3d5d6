//===- Temporaries.cpp - Make a temporary a variable ----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reach/Temporaries.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {

VarDecl *Temporaries::makeVariable(const MaterializeTemporaryExpr *Temp,
                                   VarDecl *Extending) {
  auto At = Scan.Declarations.find(Extending);
  if (At == Scan.Declarations.end())
    return nullptr;
  Stmt *Root = Extending->getInit();
  Stmt **Place = findPlace(Root, Temp);
  if (!Place)
    return nullptr;
  SourceLocation Loc = Temp->getBeginLoc();
  VarDecl *V =
      Build.variable(Owner, "__deferc_temporary", Temp->getType(), Loc);
  Expr *Init = Temp->getSubExpr();
  if (isa<ExprWithCleanups>(Extending->getInit()))
    Init = ExprWithCleanups::Create(Ctx, Init, true, {});
  V->setInit(Init);
  *Place = Build.lvalue(V, Loc);
  Extending->setInit(cast<Expr>(Root));
  LocalVar Scope = Scan.Locals.lookup(Extending);
  Scan.Locals[V] = Scope;
  declare(V, Extending, At->second);
  return V;
}

/// The place of \p Temp below \p S. Null when an expression with side effects
/// is evaluated before \p Temp, since moving \p Temp would change their order.
Stmt **Temporaries::findPlace(Stmt *&S,
                              const MaterializeTemporaryExpr *Temp) const {
  if (!S)
    return nullptr;
  if (S == Temp)
    return &S;
  bool First = isa<FullExpr, ParenExpr, CastExpr, CXXStdInitializerListExpr,
                   MaterializeTemporaryExpr, CXXBindTemporaryExpr>(S);
  if (auto *Member = dyn_cast<MemberExpr>(S))
    First = !Member->isArrow();
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(S))
    First = Subscript->getBase() == Subscript->getLHS();
  bool List = isa<InitListExpr, CXXParenListInitExpr>(S);
  if (First || List)
    for (Stmt *&Child : S->children()) {
      if (Stmt **Place = findPlace(Child, Temp))
        return First || isEvaluatedFirst(S, Child) ? Place : nullptr;
      if (First)
        break;
    }
  return nullptr;
}

bool Temporaries::isEvaluatedFirst(Stmt *List, Stmt *Element) const {
  for (Stmt *Child : List->children()) {
    if (Child == Element)
      return true;
    auto *E = dyn_cast_or_null<Expr>(Child);
    if (E && !isa<DeclRefExpr>(E) && !E->isEvaluatable(Ctx))
      return false;
  }
  return false;
}

void Temporaries::declare(VarDecl *V, VarDecl *Extending, Declaration &At) {
  if (At.Statement)
    return declareBefore(V, Extending, At.Statement);
  CXXForRangeStmt *Loop = At.Loop;
  DeclStmt *Variable = Loop->getLoopVarStmt();
  if (!Variable->isSingleDecl() || Variable->getSingleDecl() != Extending)
    return declareInHead(V, Loop);
  Loop->setBody(Build.block({Variable, Loop->getBody()}, V->getLocation()));
  Loop->setLoopVarStmt(Build.declare(V));
  At = {Variable, nullptr};
}

void Temporaries::declareInHead(VarDecl *V, CXXForRangeStmt *Loop) {
  Stmt *Init = Loop->getInit();
  if (auto *Declared = dyn_cast_or_null<DeclStmt>(Init))
    return declareBefore(V, nullptr, Declared);
  if (auto *E = dyn_cast_or_null<Expr>(Init))
    V->setInit(Build.comma(E, V->getInit(), E->getBeginLoc()));
  Loop->setInit(Build.declare(V));
}

/// Declares \p V in \p S before \p Next, or last when \p Next is null.
void Temporaries::declareBefore(VarDecl *V, Decl *Next, DeclStmt *S) {
  llvm::SmallVector<Decl *, 4> Decls;
  for (Decl *D : S->decls()) {
    if (D == Next)
      Decls.push_back(V);
    Decls.push_back(D);
  }
  if (!Next)
    Decls.push_back(V);
  S->setDeclGroup(DeclGroupRef::Create(Ctx, Decls.data(), Decls.size()));
}

} // namespace deferc
