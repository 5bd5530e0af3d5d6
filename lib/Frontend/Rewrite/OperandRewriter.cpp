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
  // A variable that no program declares is that of splitBehind().
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

/// The closure may use the instructions that the function around it may use.
void OperandRewriter::copyTarget(DeferStmt &D) {
  const auto *Function = dyn_cast<FunctionDecl>(Owner);
  const auto *Target = Function ? Function->getAttr<TargetAttr>() : nullptr;
  if (Target && D.Lambda)
    D.Lambda->getCallOperator()->addAttr(Target->clone(Ctx));
}

/// An address of one of \p D's labels in the constant initializer of a static
/// variable, if \p InStatic is true of \p S or of a part of it.
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
    // Without a use it stands for no label; see OperandLabels.h.
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

/// A closure has no access to the function's labels, but to its static
/// variables.
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

/// A builtin may become no call at all, and `delete` several: what is evaluated
/// now ends at a marker behind the last operand that is not a constant.
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
  // Of `a = b` the right side is evaluated first.
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

/// `g(E)` becomes `({ T Operand; g((Operand = E, __deferc_clang_split(),
/// Operand)); })`: the temporaries of E are the whole operand's, which live
/// until the call is over. Of an object, Operand holds the address.
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

/// What the capture stores is not the variable's own address, from which
/// deferc-clang-shape would know it.
void OperandRewriter::markReached(DeferStmt &D, const ReachedVar &R) {
  assert(D.Lambda && "C has no references");
  Expr *&Init = *(D.Lambda->capture_init_begin() + R.Capture);
  SourceLocation Loc = Init->getBeginLoc();
  Init = Build.comma(Mark.call(marks::Reach{Build.addressOf(R.V, Loc)}, Loc),
                     Init, Loc);
}

/// deferc-clang-shape replaces the storage of an annotated variable.
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
