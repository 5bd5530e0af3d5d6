//===- DeferStmt.cpp - A defer statement in the syntax tree ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/DeferStmt.h"

#include "Words/ClosureTokens.h"
#include "deferc/ClangShape/ClosureMarkers.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {
namespace {

/// The name of the function that \p S calls, if it is a call of one.
llvm::StringRef calleeName(const Stmt *S) {
  const auto *Call = dyn_cast_or_null<CallExpr>(S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->getIdentifier() ? Callee->getName() : "";
}

bool isBeginMarker(const Stmt *S) {
  return getClosureMarker(calleeName(S)) == ClosureMarker::Begin;
}

/// Whether \p S stands first in a closure: the call that the injected tokens
/// put there, or the marker that replaces it.
bool isFormCall(const Stmt *S) {
  return calleeName(S) == FormFunction || isBeginMarker(S);
}

/// \p E without what Clang's parser wraps around the call of a lambda.
const Expr *stripStatement(const Expr *E) {
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  return E;
}

/// What \p Call calls: for a call of an object, the object.
const Expr *calleeOf(const CallExpr *Call) {
  const auto *Op = dyn_cast<CXXOperatorCallExpr>(Call);
  if (!Op)
    return Call->getCallee();
  return Op->getOperator() == OO_Call && Op->getNumArgs() == 1 ? Op->getArg(0)
                                                               : nullptr;
}

/// The lambda of `[&]() -> void { ... }()`, or null when \p E is no such call.
LambdaExpr *calledLambda(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(stripStatement(E));
  const Expr *Callee = Call ? calleeOf(Call) : nullptr;
  return Callee ? dyn_cast<LambdaExpr>(
                      const_cast<Expr *>(Callee->IgnoreUnlessSpelledInSource()))
                : nullptr;
}

} // namespace

bool isDeferClosure(const CompoundStmt *Body) {
  return Body && !Body->body_empty() && isFormCall(Body->body_front());
}

Stmt *DeferStmt::operand() const {
  return Closure->size() > 1 ? Closure->body_begin()[1] : nullptr;
}

llvm::ArrayRef<Stmt *> DeferStmt::labels() const {
  llvm::ArrayRef<Stmt *> Body(Closure->body_begin(), Closure->body_end());
  size_t First = Body.size();
  while (First > 2 && isa<LabelStmt>(Body[First - 1]))
    --First;
  return Body.drop_front(First);
}

bool DeferStmt::hasOneOperand() const {
  return Closure->size() == 2 + labels().size();
}

bool DeferStmt::isRewritten() const {
  return isBeginMarker(Closure->body_front());
}

bool DeferStmt::isBlock() const {
  return isa_and_nonnull<CompoundStmt>(operand());
}

DeferStmt asDeferStmt(Stmt *S) {
  DeferStmt D;
  CompoundStmt *Body = nullptr;
  if (auto *Region = dyn_cast<CapturedStmt>(S)) {
    if (Region->getCapturedRegionKind() != CR_Default)
      return D;
    D.Region = Region;
    Body = dyn_cast_or_null<CompoundStmt>(Region->getCapturedStmt());
  } else if (auto *E = dyn_cast<Expr>(S)) {
    D.Lambda = calledLambda(E);
    if (!D.Lambda)
      return D;
    Body =
        dyn_cast_or_null<CompoundStmt>(D.Lambda->getCallOperator()->getBody());
    if (!Body)
      Body = dyn_cast_or_null<CompoundStmt>(D.Lambda->getBody());
  }
  if (!isDeferClosure(Body))
    return {};
  D.Site = S;
  D.Closure = Body;
  D.Loc = Body->body_front()->getBeginLoc();
  return D;
}

} // namespace deferc
