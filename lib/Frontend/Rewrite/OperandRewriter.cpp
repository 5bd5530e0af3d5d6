//===- OperandRewriter.cpp - Give a defer statement its markers -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rewrite/OperandRewriter.h"

#include "Messages/Diagnostics.h"
#include "Rewrite/FunctionNames.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {

Stmt *writtenOperand(CompoundStmt *Closure) {
  Stmt *Operand = Closure->size() > 1 ? Closure->body_begin()[1] : nullptr;
  auto *Block = dyn_cast_or_null<StmtExpr>(Operand);
  auto *First = Block && Block->getSubStmt()->size() == 2
                    ? dyn_cast<DeclStmt>(Block->getSubStmt()->body_front())
                    : nullptr;
  const auto *V = First && First->isSingleDecl()
                      ? dyn_cast<VarDecl>(First->getSingleDecl())
                      : nullptr;
  // No user declares an implicit variable: splitBehind() has made the block.
  return V && V->isImplicit() ? Block->getSubStmt()->body_back() : Operand;
}

bool OperandRewriter::rewrite(BodyScan &Scan, DeferStmt &D, unsigned Segment) {
  OperandForm Form = checkOperand(CI, D);
  if (Form == OperandForm::Invalid)
    return false;
  unsigned Errors = CI.getDiagnostics().getNumErrors();
  for (const ReachedVar &R : reachedVars(CI, Scan, Owner, D, Form)) {
    if (Scan.isDeclaredAgain(R.V, D))
      moveToHeap(R);
    if (!R.Direct)
      markReached(D, R);
  }
  if (CI.getDiagnostics().getNumErrors() != Errors)
    return false;
  if (!rewriteLabels(Scan, D))
    return false;
  nameWritingFunction(Ctx, D);
  copyTarget(D);
  unsigned Flags = D.Repeats ? Repeats : 0;
  if (!D.Lambda)
    Flags |= CapturedForm;
  if (Form == OperandForm::Call)
    Flags |= CallForm;
  else if (Form != OperandForm::Block)
    Flags |= SplitForm;
  D.Closure->body_begin()[0] = Mark.call(
      marks::Begin{.Segment = Segment, .Flags = Flags, .Size = closureSize(D)},
      D.Loc);
  if (Form == OperandForm::Call)
    markEnd(D);
  else if (Form == OperandForm::Split)
    markSplit(D);
  else if (Form == OperandForm::Nothing)
    markNothing(D);
  return true;
}

/// Gives the closure the target attribute of the function around it, so that
/// the operand may use the same instructions.
void OperandRewriter::copyTarget(DeferStmt &D) {
  const auto *Function = dyn_cast<FunctionDecl>(Owner);
  const auto *Target = Function ? Function->getAttr<TargetAttr>() : nullptr;
  if (Target && D.Lambda)
    D.Lambda->getCallOperator()->addAttr(Target->clone(Ctx));
}

/// The first address of one of \p D's labels in the initializer of a static
/// variable, which must be constant. \p InStatic says that \p S is part of such
/// an initializer.
static const AddrLabelExpr *findInStatic(const DeferStmt &D, const Stmt *S,
                                         bool InStatic = false) {
  if (!S)
    return nullptr;
  const auto *Address = dyn_cast<AddrLabelExpr>(S);
  if (Address && InStatic &&
      llvm::is_contained(D.labels(), Address->getLabel()->getStmt()))
    return Address;
  if (const auto *Declares = dyn_cast<DeclStmt>(S)) {
    const auto *V = dyn_cast<VarDecl>(*Declares->decl_begin());
    InStatic |= V && V->isStaticLocal();
  }
  for (const Stmt *Child : S->children())
    if (const AddrLabelExpr *Found = findInStatic(D, Child, InStatic))
      return Found;
  return nullptr;
}

bool OperandRewriter::rewriteLabels(const BodyScan &Scan, DeferStmt &D) {
  for (const Stmt *S : D.labels()) {
    const LabelDecl *Label = cast<LabelStmt>(S)->getDecl();
    // An unused label stands for none of the function's; see OperandLabels.h.
    if (Label->isUsed() && !Scan.Labels.count(Label->getIdentifier())) {
      report(CI.getDiagnostics(), D.Loc, Diag::OperandLabel) << Label;
      return false;
    }
  }
  if (D.labels().empty())
    return true;
  if (const AddrLabelExpr *Address = findInStatic(D, D.operand())) {
    report(CI.getDiagnostics(), Address->getBeginLoc(),
           Diag::OperandLabelInStatic)
        << Address->getLabel();
    return false;
  }
  D.Closure->body_begin()[1] = rewriteLabels(Scan, D, D.operand());
  return true;
}

Stmt *OperandRewriter::rewriteLabels(const BodyScan &Scan, const DeferStmt &D,
                                     Stmt *S) {
  if (!S || isa<LambdaExpr, CapturedStmt, BlockExpr>(S))
    return S;
  if (auto *Address = dyn_cast<AddrLabelExpr>(S)) {
    LabelDecl *Label = Address->getLabel();
    return llvm::is_contained(D.labels(), Label->getStmt())
               ? addressOfLabel(Scan.Labels.lookup(Label->getIdentifier()),
                                Address->getBeginLoc())
               : S;
  }
  for (Stmt *&Child : S->children())
    Child = rewriteLabels(Scan, D, Child);
  return S;
}

/// The value of a new static variable of the function, which has the address of
/// \p Label. A closure cannot name the function's labels, but can read such a
/// variable.
Expr *OperandRewriter::addressOfLabel(LabelDecl *Label, SourceLocation Loc) {
  VarDecl *V = Build.variable(Owner, "__deferc_label", Ctx.VoidPtrTy, Loc);
  V->setStorageClass(SC_Static);
  Label->markUsed(Ctx);
  V->setInit(new (Ctx) AddrLabelExpr(Loc, Loc, Label, Ctx.VoidPtrTy));
  Declarations.push_back(Build.declare(V));
  return Build.rvalue(V, Loc);
}

uint64_t OperandRewriter::closureSize(const DeferStmt &D) const {
  const RecordDecl *Record =
      D.Lambda ? D.Lambda->getLambdaClass() : D.Region->getCapturedRecordDecl();
  return Ctx.getTypeSizeInChars(Ctx.getCanonicalTagType(Record)).getQuantity();
}

void OperandRewriter::replaceOperand(DeferStmt &D,
                                     llvm::function_ref<Expr *(Expr *)> Make) {
  auto *E = cast<Expr>(D.operand());
  if (auto *Full = dyn_cast<ExprWithCleanups>(E))
    Full->setSubExpr(Make(Full->getSubExpr()));
  else
    D.Closure->body_begin()[1] = Make(E);
}

void OperandRewriter::markEnd(DeferStmt &D) {
  SourceLocation Loc = D.operand()->getEndLoc();
  replaceOperand(D, [&](Expr *E) {
    return Build.comma(E, Mark.call(marks::End{}, Loc), Loc);
  });
}

/// A builtin may become no call, and `delete` several, so no marker can follow
/// the deferred call. The marker stands behind the last operand that is not a
/// constant: everything after it is deferred.
void OperandRewriter::markSplit(DeferStmt &D) {
  SourceLocation Loc = D.operand()->getBeginLoc();
  Expr *Core = operandCore(cast<Expr>(D.operand()));
  if (Expr **Last = lastOperand(Core))
    return splitBehind(D, *Last);
  replaceOperand(D, [&](Expr *E) {
    return Build.comma(Mark.call(marks::Split{}, Loc), E, Loc);
  });
}

Expr **OperandRewriter::lastOperand(Expr *Core) const {
  // In `a = b` the right side is evaluated first, so the left one is last.
  if (trivialAssignment(Core))
    return cast<CallExpr>(Core)->getArgs();
  Expr **Last = nullptr;
  auto consider = [&](Expr *&E) {
    if (E && !E->getType()->isRecordType() && E->isPRValue() &&
        !E->getType()->isVoidType() && !E->isEvaluatable(Ctx))
      Last = &E;
  };
  if (auto *Atomic = dyn_cast<AtomicExpr>(Core)) {
    for (unsigned I = 0, N = Atomic->getNumSubExprs(); I != N; ++I)
      consider(Atomic->getSubExprs()[I]);
  } else if (auto *Delete = dyn_cast<CXXDeleteExpr>(Core)) {
    consider(reinterpret_cast<Expr *&>(*Delete->child_begin()));
  } else if (auto *Call = dyn_cast<CallExpr>(Core)) {
    for (unsigned I = 0, N = Call->getNumArgs(); I != N; ++I)
      consider(Call->getArgs()[I]);
  }
  return Last;
}

/// Rewrites `g(E)` to
///
///   ({ T Operand; g((Operand = E, __deferc_clang_split(), Operand)); })
///
/// The temporaries of E live until the end of the whole operand, as without the
/// marker. When E denotes an object, Operand holds its address.
void OperandRewriter::splitBehind(DeferStmt &D, Expr *&E) {
  SourceLocation Loc = E->getBeginLoc();
  bool IsObject = E->isGLValue();
  Expr *Value = IsObject ? Build.addressOf(E, Loc) : E;
  VarDecl *V = Build.variable(Owner, "__deferc_operand",
                              Value->getType().getUnqualifiedType(), Loc);
  Value = Build.comma(
      Build.assign(V, Value, Loc),
      Build.comma(Mark.call(marks::Split{}, Loc), Build.rvalue(V, Loc), Loc),
      Loc);
  E = IsObject ? Build.object(Value, Loc) : Value;
  CompoundStmt *Body = Build.block({Build.declare(V), D.operand()}, Loc);
  D.Closure->body_begin()[1] =
      new (Ctx) StmtExpr(Body, Ctx.VoidTy, Loc, Loc, 0);
}

void OperandRewriter::markNothing(DeferStmt &D) {
  SourceLocation Loc = D.operand()->getEndLoc();
  replaceOperand(D, [&](Expr *E) {
    return Build.comma(E, Mark.call(marks::Split{}, Loc), Loc);
  });
}

/// The capture stores another address than the variable's own, so the marker
/// tells deferc-clang-shape which variable the call reaches.
void OperandRewriter::markReached(DeferStmt &D, const ReachedVar &R) {
  assert(D.Lambda && "C has no references");
  Expr *&Init = *(D.Lambda->capture_init_begin() + R.Capture);
  SourceLocation Loc = Init->getBeginLoc();
  Init = Build.comma(Mark.call(marks::Reach{Build.addressOf(R.V, Loc)}, Loc),
                     Init, Loc);
}

/// Annotates the variable. deferc-clang-shape replaces the memory of a variable
/// with this annotation.
void OperandRewriter::moveToHeap(const ReachedVar &R) {
  VarDecl *V = R.V;
  for (const auto *A : V->specific_attrs<AnnotateAttr>())
    if (A->getAnnotation() == annotation::Box)
      return;
  V->addAttr(AnnotateAttr::CreateImplicit(Ctx, annotation::Box, nullptr, 0,
                                          V->getSourceRange()));
  const CodeGenOptions &Opts = CI.getCodeGenOpts();
  if (Opts.OptimizationRemarkAnalysis.patternMatches("defer") ||
      Opts.OptimizationRemarkMissed.patternMatches("defer"))
    report(CI.getDiagnostics(), R.Name->getLocation(), Diag::MovedToHeap)
        << R.Name->getName();
}

} // namespace deferc
