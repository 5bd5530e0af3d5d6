//===- FaultChecks.cpp - Faults as panics ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/FaultChecks.h"

#include "deferc/Frontend/AstBuilder.h"
#include "deferc/Frontend/BodyScan.h"
#include "deferc/Frontend/Checks.h"
#include "deferc/Frontend/Diagnostics.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace deferc {
namespace {

constexpr llvm::StringLiteral ChecksAnnotation = "deferc.fault-panics";
constexpr llvm::StringLiteral NoChecksAnnotation = "deferc.no-fault-panics";

class FaultChecker {
public:
  FaultChecker(ASTContext &Ctx, llvm::DenseSet<const Expr *> &Shared)
      : Ctx(Ctx), Build(Ctx), Shared(Shared) {}

  /// The call that a statement defers panics by itself when its function is null,
  /// and when it is due.
  void deferCall(Stmt *Operand) {
    auto *E = dyn_cast_or_null<Expr>(Operand);
    Deferred = E ? dyn_cast<CallExpr>(operandCore(E)) : nullptr;
  }

  void walk(Stmt *S) {
    if (!S || isUnevaluated(S))
      return;
    if (auto *Default = dyn_cast<CXXDefaultArgExpr>(S))
      return walkShared(Default->getExpr());
    if (auto *Default = dyn_cast<CXXDefaultInitExpr>(S))
      return walkShared(Default->getExpr());
    if (Expr *Same = behindAddress(S))
      return walk(Same);
    if (auto *E = dyn_cast<Expr>(S))
      check(E);
    bool TakesAddress = isAddressOf(S);
    for (Stmt *&Child : S->children()) {
      if (!Child)
        continue;
      if (TakesAddress)
        walkBelowAddress(Child);
      else
        walk(Child);
    }
  }

private:
  /// What every call without the argument, or every constructor, evaluates.
  void walkShared(Expr *Default) {
    if (Shared.insert(Default).second)
      walk(Default);
  }

  static bool isUnevaluated(const Stmt *S) {
    return isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr,
               OffsetOfExpr, ConstantExpr, OpaqueValueExpr, LambdaExpr,
               CapturedStmt, BlockExpr, PseudoObjectExpr>(S);
  }

  static bool isAddressOf(const Stmt *S) {
    const auto *Unary = dyn_cast<UnaryOperator>(S);
    return Unary && Unary->getOpcode() == UO_AddrOf;
  }

  /// `*&e` is `e`.
  static Expr *behindAddress(Stmt *S) {
    auto *Deref = dyn_cast<UnaryOperator>(S);
    if (!Deref || Deref->getOpcode() != UO_Deref)
      return nullptr;
    auto *Address = dyn_cast<UnaryOperator>(Deref->getSubExpr()->IgnoreParens());
    return Address && isAddressOf(Address) ? Address->getSubExpr() : nullptr;
  }

  /// `&p->x` and `&*p` follow nothing.
  void walkBelowAddress(Stmt *S) {
    if (auto *Paren = dyn_cast<ParenExpr>(S))
      return walkBelowAddress(Paren->getSubExpr());
    if (auto *Member = dyn_cast<MemberExpr>(S))
      return Member->isArrow() ? walk(Member->getBase())
                               : walkBelowAddress(Member->getBase());
    for (Stmt *Child : S->children())
      walk(Child);
  }

  void check(Expr *E) {
    if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      if (Unary->getOpcode() == UO_Deref && isObjectPointer(Unary->getSubExpr()))
        guardPointer(*Unary->child_begin());
    } else if (auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
      bool Follows = isa<FieldDecl>(Member->getMemberDecl()) ||
                     (Method && Method->isVirtual());
      if (Member->isArrow() && Follows)
        guardPointer(*Member->child_begin());
    } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      for (Stmt *&Part : Subscript->children())
        if (isObjectPointer(cast<Expr>(Part)))
          guardPointer(Part);
    } else if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
      BinaryOperatorKind Op = Binary->getOpcode();
      if ((Op == BO_Div || Op == BO_Rem || Op == BO_DivAssign ||
           Op == BO_RemAssign) &&
          Binary->getRHS()->getType()->isIntegralOrEnumerationType() &&
          !Binary->getRHS()->isEvaluatable(Ctx))
        Binary->setRHS(guard(Binary->getRHS(), "__deferc_panicdivide"));
    } else if (auto *Call = dyn_cast<CallExpr>(E)) {
      Expr *Callee = Call->getCallee();
      if (Callee->getType()->isFunctionPointerType() && Callee->isPRValue() &&
          !isDirect(Callee) && Call != Deferred)
        Call->setCallee(guard(Callee, "__deferc_panicmem"));
    }
  }

  static bool isDirect(const Expr *Callee) {
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Callee->IgnoreParens());
    return Cast && (Cast->getCastKind() == CK_FunctionToPointerDecay ||
                    Cast->getCastKind() == CK_BuiltinFnToFnPtr);
  }

  bool isObjectPointer(const Expr *E) const {
    return E->isPRValue() && E->getType()->isPointerType() &&
           !E->getType()->isFunctionPointerType();
  }

  void guardPointer(Stmt *&Place) {
    auto *E = cast<Expr>(Place);
    const Expr *Plain = E->IgnoreParens();
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Plain);
    if (!isObjectPointer(E) || (Cast && Cast->getCastKind() == CK_ArrayToPointerDecay) ||
        isAddressOf(Plain) || isa<StringLiteral>(Plain))
      return;
    Place = guard(E, "__deferc_panicmem");
  }

  /// `E ?: (panic(), 0)`
  Expr *guard(Expr *E, llvm::StringRef Panic) {
    SourceLocation Loc = E->getExprLoc();
    QualType Type = E->getType();
    auto *Value =
        new (Ctx) OpaqueValueExpr(Loc, Type, VK_PRValue, OK_Ordinary, E);
    Expr *Zero = new (Ctx) ImplicitValueInitExpr(Type);
    Build.declareFunction(Panic, /*NoReturn=*/true);
    Expr *Else = Build.comma(Build.call(Panic, {}, Loc), Zero, Loc);
    return new (Ctx) BinaryConditionalOperator(E, Value, Value, Value, Else, Loc,
                                               Loc, Type, VK_PRValue, OK_Ordinary);
  }

  ASTContext &Ctx;
  AstBuilder Build;
  llvm::DenseSet<const Expr *> &Shared;
  const CallExpr *Deferred = nullptr;
};

void checkBody(FaultChecker &Checker, Stmt *Body) {
  auto *Block = dyn_cast_or_null<CompoundStmt>(Body);
  if (isDeferClosure(Block) && Block->size() == 2)
    Checker.deferCall(Block->body_begin()[1]);
  Checker.walk(Body);
}

/// What \p D says of itself, the last time that it says so.
std::optional<bool> choiceOf(const Decl *D) {
  std::optional<bool> Choice;
  for (const auto *A : D->specific_attrs<AnnotateAttr>())
    if (A->getAnnotation() == ChecksAnnotation)
      Choice = true;
    else if (A->getAnnotation() == NoChecksAnnotation)
      Choice = false;
  return Choice;
}

} // namespace

bool FaultChecks::isChosen(const Decl *Owner) const {
  const ASTContext &Ctx = Owner->getASTContext();
  if (Ctx.getSourceManager().isInSystemHeader(Owner->getLocation()))
    return false;
  // A lambda, a closure or a local class goes with the function around it.
  for (const Decl *D = Owner; D; D = dyn_cast_or_null<Decl>(D->getDeclContext()))
    if (isa<FunctionDecl>(D))
      if (std::optional<bool> Choice = choiceOf(D))
        return *Choice;
  return Everywhere;
}

void FaultChecks::add(FunctionDecl *F) {
  if (F->isDependentContext() || F->isConsteval() || !F->hasBody() || !isChosen(F))
    return;
  Any = true;
  FaultChecker Checker(F->getASTContext(), Shared);
  if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (CXXCtorInitializer *Init : Constructor->inits())
      Checker.walk(Init->getInit());
  checkBody(Checker, F->getBody());
}

void FaultChecks::add(CapturedDecl *Region) {
  if (!isChosen(Region))
    return;
  FaultChecker Checker(Region->getASTContext(), Shared);
  checkBody(Checker, Region->getBody());
}

void FaultChecks::add(VarDecl *V) {
  if (choiceOf(V))
    report(V->getASTContext().getDiagnostics(), V->getLocation(),
           Diag::FaultsNotFunction);
  // C initialises with constants.
  if (!V->getASTContext().getLangOpts().CPlusPlus || V->hasLocalStorage() ||
      V->isLocalVarDecl() || V->isTemplated() || V->isConstexpr() || !isChosen(V))
    return;
  FaultChecker(V->getASTContext(), Shared).walk(V->getInit());
}

FunctionDecl *FaultChecks::makeSignalConstructor(ASTContext &Ctx) const {
  if (!Any)
    return nullptr;
  AstBuilder Build(Ctx);
  constexpr char Handlers[] = "__deferc_initsig";
  constexpr int Priority = 101; // The earliest that is not the implementation's.
  FunctionDecl *Callee = Build.declareFunction(Handlers, /*NoReturn=*/false);
  auto *F = FunctionDecl::Create(
      Ctx, Ctx.getTranslationUnitDecl(), SourceLocation(), SourceLocation(),
      &Ctx.Idents.get("__deferc_catchfaults"), Callee->getType(), nullptr, SC_Static);
  F->setImplicit();
  F->addAttr(ConstructorAttr::CreateImplicit(Ctx, Build.intArg(Priority, {})));
  F->addAttr(NoDebugAttr::CreateImplicit(Ctx));
  F->setBody(Build.block(Build.call(Handlers, {}, {}), {}));
  return F;
}

} // namespace deferc
