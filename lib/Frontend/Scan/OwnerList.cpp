//===- OwnerList.cpp - The bodies that a declaration brings ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/OwnerList.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace deferc {
namespace {

class OwnerVisitor : public RecursiveASTVisitor<OwnerVisitor> {
public:
  explicit OwnerVisitor(OwnerList &List) : List(List) {}

  // Bodies also stand in the initializers of members.
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody())
      List.Owners.insert(F);
    return true;
  }
  /// No declaration leads to an implicit constructor. It runs the initializers
  /// of members, so visit it through the expression that calls it.
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    CXXConstructorDecl *C = E->getConstructor();
    if (!C->isUserProvided() && C->doesThisDeclarationHaveABody() &&
        !List.Owners.contains(C))
      return TraverseDecl(C);
    return true;
  }
  /// A generic lambda that is used only in an unevaluated operand (`sizeof`, a
  /// concept) has an instance that no declaration leads to. Visit that instance
  /// through the expression that names it.
  bool VisitDeclRefExpr(DeclRefExpr *E) { return visitNamed(E->getDecl()); }
  bool VisitMemberExpr(MemberExpr *E) { return visitNamed(E->getMemberDecl()); }
  bool VisitLambdaExpr(LambdaExpr *L) {
    List.Owners.insert(L->getCallOperator());
    return true;
  }
  bool VisitCapturedDecl(CapturedDecl *D) {
    List.Owners.insert(D);
    return true;
  }
  bool VisitBlockDecl(BlockDecl *D) {
    List.Owners.insert(D);
    return true;
  }
  bool VisitOMPExecutableDirective(OMPExecutableDirective *Region) {
    List.Regions.insert(Region);
    return true;
  }
  bool VisitFieldDecl(FieldDecl *F) {
    if (F->getInClassInitializer() &&
        !F->getDeclContext()->isDependentContext())
      List.Owners.insert(F);
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    List.Owners.insert(V);
    return true;
  }
  /// A lambda in the default argument of a template is only a pattern: each
  /// call that uses the argument has a lambda of its own. In a generic lambda
  /// such a pattern may have nothing dependent in it, so it is left out here.
  bool TraverseParmVarDecl(ParmVarDecl *V) {
    const auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
    if (V->hasUninstantiatedDefaultArg() || (F && F->isDependentContext()))
      return true;
    return RecursiveASTVisitor::TraverseParmVarDecl(V);
  }
  /// Clang's visitor skips an instance of a variable template, as code that
  /// nobody wrote. Code generation takes it like any variable.
  bool TraverseVarTemplateSpecializationDecl(VarTemplateSpecializationDecl *V) {
    List.Owners.insert(V);
    return TraverseStmt(V->getInit());
  }

private:
  bool visitNamed(ValueDecl *D) {
    auto *Method = dyn_cast<CXXMethodDecl>(D);
    if (!Method || !isLambdaCallOperator(Method) ||
        Method->isDependentContext() ||
        !Method->doesThisDeclarationHaveABody() || List.Owners.contains(Method))
      return true;
    return TraverseDecl(Method);
  }

  OwnerList &List;
};

} // namespace

OwnerList::OwnerList(Decl *D) { OwnerVisitor(*this).TraverseDecl(D); }

} // namespace deferc
