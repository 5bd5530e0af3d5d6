//===- Results.cpp - The result of a function that defers -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rewrite/Results.h"

#include "Messages/Diagnostics.h"
#include "Scan/Checks.h"
#include "deferc/Contract/Markers.h"

#include "clang/Sema/Sema.h"

using namespace clang;

namespace deferc {

Results::Results(CompilerInstance &CI, DeclContext *Owner)
    : CI(CI), Ctx(CI.getASTContext()), Build(Ctx), Owner(Owner),
      Function(dyn_cast<FunctionDecl>(Owner)) {}

QualType Results::type() const {
  return Function ? Function->getReturnType() : Ctx.VoidTy;
}

bool Results::check(const BodyScan &Scan, VarDecl *V) const {
  DiagnosticsEngine &Diags = CI.getDiagnostics();
  auto [Outermost, Index] = Scan.ResultPlace.find(V)->second;
  if (!V->hasLocalStorage()) {
    report(Diags, V->getLocation(), Diag::ResultStatic);
    return false;
  }
  if (!Outermost || !Function || isDeferClosure(ownBody())) {
    report(Diags, V->getLocation(), Diag::ResultNotOutermost);
    return false;
  }
  if (!Ctx.hasSameUnqualifiedType(V->getType(), type())) {
    report(Diags, V->getLocation(), Diag::ResultType)
        << V << V->getType() << type();
    return false;
  }
  for (const DeferStmt &D : Scan.Defers)
    if (D.Index < Index) {
      report(Diags, V->getLocation(), Diag::ResultAfterDefer);
      return false;
    }
  for (const ReturnStmt *R : Scan.Returns)
    if (CI.getSourceManager().isBeforeInTranslationUnit(R->getBeginLoc(),
                                                        V->getLocation())) {
      report(Diags, V->getLocation(), Diag::ResultAfterDefer);
      return false;
    }
  return true;
}

VarDecl *Results::check(const BodyScan &Scan) const {
  VarDecl *Found = nullptr;
  for (VarDecl *V : Scan.Results) {
    if (Found) {
      report(CI.getDiagnostics(), V->getLocation(), Diag::ResultTwice);
      break;
    }
    if (check(Scan, V))
      Found = V;
  }
  return Found;
}

void Results::find(const BodyScan &Scan) {
  Named = check(Scan);
  // Only the named result may live in the return slot. In any other variable,
  // a deferred call would change the result after the return has set it.
  for (ReturnStmt *R : Scan.Returns)
    if (const VarDecl *Other = R->getNRVOCandidate())
      const_cast<VarDecl *>(Other)->setNRVOVariable(false);
  if (Named) {
    Named->setNRVOVariable(true);
    return;
  }
  QualType Type = type();
  if (Type->isVoidType() || Type->isReferenceType() || Slot)
    return;
  if (!isPlain(Type)) {
    for (const DeferStmt &D : Scan.Defers)
      if (recovers(D)) {
        report(CI.getDiagnostics(), D.Loc, Diag::ResultNeedsName) << Type;
        break;
      }
    return;
  }
  if (const auto *Record = Type->getAsCXXRecordDecl();
      Record && Record->isEmpty())
    return;
  Slot = Build.variable(Owner, "__deferc_result", Type.getUnqualifiedType(),
                        Scan.Defers.front().Loc);
  Slot->setNRVOVariable(true);
}

/// Whether a value of the type can be copied byte by byte, and all bytes zero
/// are a valid value. A type that is passed in registers counts: std::pair is
/// one, though its assignment is not trivial.
bool Results::isPlain(QualType Type) const {
  if (Type.isDestructedType() != QualType::DK_none)
    return false;
  const auto *Record = Type->getAsCXXRecordDecl();
  return Type.isTriviallyCopyableType(Ctx) ||
         (Record && Record->canPassInRegisters());
}

CompoundStmt *Results::ownBody() const {
  return Function ? dyn_cast_or_null<CompoundStmt>(Function->getBody())
                  : nullptr;
}

void Results::rewriteReturns(const BodyScan &Scan) {
  if (!Named || !Named->getType()->isRecordType())
    return;
  for (ReturnStmt *R : Scan.Returns)
    if (R->getRetValue())
      rewriteReturn(R);
}

void Results::rewriteReturn(ReturnStmt *R) {
  Expr *Value = R->getRetValue();
  SourceLocation Loc = R->getReturnLoc();
  Expr *Plain = Value->IgnoreUnlessSpelledInSource();
  auto *Ref = dyn_cast<DeclRefExpr>(Plain);
  bool IsResult = Ref && Ref->getDecl() == Named;
  Stmt *Exit = ReturnStmt::Create(Ctx, Loc, nullptr, Named);
  if (IsResult) {
    Replacements[R] = Exit;
    return;
  }
  llvm::SmallVector<ExprWithCleanups::CleanupObject, 2> Objects;
  bool Cleanups = false;
  if (auto *Full = dyn_cast<ExprWithCleanups>(Value)) {
    Objects.append(Full->getObjects().begin(), Full->getObjects().end());
    Cleanups = true;
    Value = Full->getSubExpr();
  }
  ExprResult Assign =
      CI.getLangOpts().CPlusPlus
          ? CI.getSema().BuildBinOp(nullptr, Loc, BO_Assign,
                                    Build.lvalue(Named, Loc), Value)
          : ExprResult(BinaryOperator::Create(
                Ctx, Build.lvalue(Named, Loc), Value, BO_Assign,
                Named->getType().getUnqualifiedType(), VK_PRValue, OK_Ordinary,
                Loc, FPOptionsOverride()));
  if (Assign.isInvalid())
    return;
  Expr *E = Assign.get();
  if (Cleanups || CI.getLangOpts().CPlusPlus)
    E = ExprWithCleanups::Create(Ctx, E, true, Objects);
  Replacements[R] = Build.block({E, Exit}, Loc);
}

Stmt *Results::replaceReturns(Stmt *S) {
  if (Replacements.empty() || !S)
    return S;
  if (auto *R = dyn_cast<ReturnStmt>(S)) {
    auto It = Replacements.find(R);
    return It == Replacements.end() ? S : It->second;
  }
  if (isa<LambdaExpr, CapturedStmt, BlockExpr>(S))
    return S;
  for (Stmt *&Child : S->children())
    if (Child)
      Child = replaceReturns(Child);
  return S;
}

bool Results::isEmpty() const {
  const auto *Record = type()->getAsCXXRecordDecl();
  return Record && Record->isEmpty();
}

Stmt *Results::makeReturn(SourceLocation Loc) const {
  return ReturnStmt::Create(Ctx, Loc, nullptr, Named);
}

Stmt *Results::declareSlot() {
  if (!Slot || SlotDeclared)
    return nullptr;
  SlotDeclared = true;
  return Build.declare(Slot);
}

void Results::describe(marks::Recovered &Mark, SourceLocation Loc) const {
  ResultKind Kind = Named ? ResultKind::Named : ResultKind::Unnamed;
  uint64_t Size = 0;
  if (Slot)
    Size = Ctx.getTypeSizeInChars(Slot->getType()).getQuantity();
  else if (!Named && !type()->isVoidType())
    Kind = isEmpty() ? ResultKind::Unnamed : ResultKind::NoZero;
  Mark.Result = Build.addressOf(Slot, Loc);
  Mark.Size = Size;
  Mark.Kind = static_cast<unsigned>(Kind);
}

} // namespace deferc
