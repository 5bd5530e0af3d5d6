//===- FaultChecks.cpp - Faults as panics ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Faults/FaultChecks.h"

#include "Build/AstBuilder.h"
#include "Messages/Diagnostics.h"
#include "Scan/BodyScan.h"
#include "Scan/Checks.h"
#include "deferc/Contract/RuntimeFunctions.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace deferc {
namespace {

constexpr llvm::StringLiteral ChecksAnnotation = "deferc.fault-panics";
constexpr llvm::StringLiteral NoChecksAnnotation = "deferc.no-fault-panics";

const llvm::StringRef PanicMem = getSymbol(RuntimeFn::PanicMem);
const llvm::StringRef PanicDivide = getSymbol(RuntimeFn::PanicDivide);

class FaultChecker {
public:
  FaultChecker(ASTContext &Ctx, llvm::DenseSet<const Expr *> &Shared)
      : Ctx(Ctx), Build(Ctx), Shared(Shared) {}

  /// The call that a statement defers panics by itself when its function is
  /// null, and when it is due.
  void deferCall(Stmt *Operand) {
    auto *E = dyn_cast_or_null<Expr>(Operand);
    Deferred = E ? dyn_cast<CallExpr>(operandCore(E)) : nullptr;
  }

  void walk(Stmt *S) {
    if (!S)
      return;
    if (auto *Lambda =
            dyn_cast<LambdaExpr>(S)) // Its body is another function's.
      return walkAll(Lambda->capture_inits());
    if (auto *Loop = dyn_cast<ArrayInitLoopExpr>(S))
      return walk(Loop->getCommonExpr()->getSourceExpr());
    if (auto *Default = dyn_cast<CXXDefaultArgExpr>(S))
      return walkShared(Default->getExpr());
    if (auto *Default = dyn_cast<CXXDefaultInitExpr>(S))
      return walkShared(Default->getExpr());
    if (isUnevaluated(S))
      return;
    if (Expr *Same = behindAddress(S))
      return walk(Same);
    if (Expr *Place = addressOperand(S))
      return walkPlace(Place);
    if (auto *E = dyn_cast<Expr>(S))
      check(E);
    for (Stmt *Child : S->children())
      if (!isConstantInit(S, Child))
        walk(Child);
  }

private:
  template <typename Range> void walkAll(Range Parts) {
    for (Stmt *Part : Parts)
      walk(Part);
  }

  /// What every call without the argument, or every constructor, evaluates.
  void walkShared(Expr *Default) {
    if (Shared.insert(Default).second)
      walk(Default);
  }

  static bool isUnevaluated(const Stmt *S) {
    if (const auto *Trait = dyn_cast<UnaryExprOrTypeTraitExpr>(S))
      return !Trait->isArgumentType(); // A type's children are the sizes of a
                                       // VLA.
    return isa<CXXNoexceptExpr, CXXTypeidExpr, OffsetOfExpr, ConstantExpr,
               OpaqueValueExpr, CapturedStmt, BlockExpr, PseudoObjectExpr>(S);
  }

  /// What initialises a static variable of C must stay a constant.
  bool isConstantInit(const Stmt *S, const Stmt *Child) const {
    const auto *Declares = dyn_cast<DeclStmt>(S);
    return Declares && llvm::any_of(Declares->decls(), [&](const Decl *D) {
             const auto *V = dyn_cast<VarDecl>(D);
             return V && V->getInit() == Child &&
                    (V->isConstexpr() ||
                     (V->isStaticLocal() && !Ctx.getLangOpts().CPlusPlus));
           });
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
    auto *Address =
        dyn_cast<UnaryOperator>(Deref->getSubExpr()->IgnoreParens());
    return Address && isAddressOf(Address) ? Address->getSubExpr() : nullptr;
  }

  /// `e` of `&e` and `std::addressof(e)`.
  static Expr *addressOperand(Stmt *S) {
    if (isAddressOf(S))
      return cast<UnaryOperator>(S)->getSubExpr();
    auto *Call = dyn_cast<CallExpr>(S);
    switch (Call ? Call->getBuiltinCallee() : 0) {
    case Builtin::BI__builtin_addressof:
    case Builtin::BIaddressof:
    case Builtin::BI__addressof:
      return Call->getArg(0);
    default:
      return nullptr;
    }
  }

  /// `&p->x`, `&p->a[i]` and `&*p` follow nothing: they only compute.
  void walkPlace(Expr *E) {
    E = E->IgnoreParens();
    if (auto *Member = dyn_cast<MemberExpr>(E)) {
      if (Member->getMemberDecl()->getType()->isReferenceType())
        return walk(E);
      return Member->isArrow() ? walk(Member->getBase())
                               : walkPlace(Member->getBase());
    }
    if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      walk(Subscript->getIdx());
      auto *Decay =
          dyn_cast<ImplicitCastExpr>(Subscript->getBase()->IgnoreParens());
      return Decay && Decay->getCastKind() == CK_ArrayToPointerDecay
                 ? walkPlace(Decay->getSubExpr())
                 : walk(Subscript->getBase());
    }
    if (auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      walk(Choice->getCond());
      walkPlace(Choice->getTrueExpr());
      return walkPlace(Choice->getFalseExpr());
    }
    if (auto *Cast = dyn_cast<CastExpr>(E);
        Cast && Cast->isGLValue() && Cast->getSubExpr()->isGLValue())
      return walkPlace(Cast->getSubExpr());
    if (auto *Binary = dyn_cast<BinaryOperator>(E);
        Binary && Binary->getOpcode() == BO_Comma) {
      walk(Binary->getLHS());
      return walkPlace(Binary->getRHS());
    }
    auto *Unary = dyn_cast<UnaryOperator>(E);
    bool OnlyComputes =
        (Unary && Unary->getOpcode() == UO_Deref) ||
        (isa<BinaryOperator>(E) && cast<BinaryOperator>(E)->isPtrMemOp());
    if (OnlyComputes)
      return walkAll(E->children());
    walk(E);
  }

  void check(Expr *E) {
    if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      if (Unary->getOpcode() == UO_Deref && !Called.count(Unary))
        Unary->setSubExpr(guardPointer(Unary->getSubExpr()));
    } else if (auto *Member = dyn_cast<MemberExpr>(E)) {
      if (Member->isArrow() && follows(*Member))
        Member->setBase(guardPointer(Member->getBase()));
    } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      Subscript->setLHS(guardPointer(Subscript->getLHS()));
      Subscript->setRHS(guardPointer(Subscript->getRHS()));
    } else if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
      checkBinary(*Binary);
    } else if (auto *Atomic = dyn_cast<AtomicExpr>(E)) {
      Expr *&Pointer = Atomic->getSubExprs()[0];
      Pointer = guardPointer(Pointer);
    } else if (auto *Call = dyn_cast<CallExpr>(E)) {
      if (Call->getCallee()->getType()->isFunctionPointerType())
        Call->setCallee(guardCallee(Call->getCallee(), Call != Deferred));
    }
  }

  void checkBinary(BinaryOperator &E) {
    switch (E.getOpcode()) {
    case BO_Div:
    case BO_Rem:
    case BO_DivAssign:
    case BO_RemAssign: {
      Expr *Divisor = E.getRHS();
      Expr::EvalResult Known;
      if (!Divisor->getType()->isIntegralOrEnumerationType() ||
          (Divisor->EvaluateAsInt(Known, Ctx) && Known.Val.getInt() != 0))
        return;
      return E.setRHS(guard(Divisor, PanicDivide));
    }
    case BO_PtrMemI:
      E.setLHS(guardPointer(E.getLHS()));
      [[fallthrough]];
    case BO_PtrMemD:
      if (!isAddressOf(E.getRHS()->IgnoreParenImpCasts()))
        E.setRHS(guard(E.getRHS(), PanicMem));
      return;
    default:
      return;
    }
  }

  /// Whether `p->m` reads what p points to. A base that does not stand at the
  /// object's begin would make another pointer of null.
  static bool follows(const MemberExpr &E) {
    const auto *Method = dyn_cast<CXXMethodDecl>(E.getMemberDecl());
    if (!Method)
      return isa<FieldDecl>(E.getMemberDecl());
    const auto *Cast = dyn_cast<ImplicitCastExpr>(E.getBase()->IgnoreParens());
    return Method->isVirtual() ||
           (Cast && !Method->isStatic() &&
            Cast->getCastKind() == CK_UncheckedDerivedToBase);
  }

  Expr *guardPointer(Expr *E) {
    if (auto *Paren = dyn_cast<ParenExpr>(E)) {
      Paren->setSubExpr(guardPointer(Paren->getSubExpr()));
      return E;
    }
    auto *Cast = dyn_cast<ImplicitCastExpr>(E);
    if (Cast && (Cast->getCastKind() == CK_UncheckedDerivedToBase ||
                 Cast->getCastKind() == CK_NoOp)) {
      Cast->setSubExpr(guardPointer(Cast->getSubExpr()));
      return E;
    }
    bool Decays = Cast && Cast->getCastKind() == CK_ArrayToPointerDecay;
    if (!E->isPRValue() || !E->getType()->isPointerType() || Decays ||
        isAddressOf(E) || isa<StringLiteral>(E) ||
        E->getType()->getPointeeType().getAddressSpace() != LangAS::Default)
      return E;
    return guard(E, PanicMem);
  }

  /// \p E with the pointer that is called through checked, or only remembered.
  Expr *guardCallee(Expr *E, bool Check) {
    if (auto *Paren = dyn_cast<ParenExpr>(E)) {
      Paren->setSubExpr(guardCallee(Paren->getSubExpr(), Check));
      return E;
    }
    auto *Decay = dyn_cast<ImplicitCastExpr>(E);
    if (!Decay || (Decay->getCastKind() != CK_FunctionToPointerDecay &&
                   Decay->getCastKind() != CK_BuiltinFnToFnPtr))
      return Check && E->isPRValue() ? guardFunction(E) : E;
    auto *Deref = dyn_cast<UnaryOperator>(Decay->getSubExpr()->IgnoreParens());
    if (Deref && Deref->getOpcode() == UO_Deref && Called.insert(Deref).second)
      Deref->setSubExpr(guardCallee(Deref->getSubExpr(), Check));
    return E;
  }

  /// `f ?: panicmem`: the arguments are evaluated, then the call panics. What
  /// it is given does not matter to a function that takes nothing.
  Expr *guardFunction(Expr *E) {
    const auto *Type = E->getType()->getPointeeType()->castAs<FunctionType>();
    const auto *Prototype = dyn_cast<FunctionProtoType>(Type);
    if (Type->getCallConv() != CC_C || (Prototype && Prototype->isNothrow()))
      return guard(E, PanicMem);
    Build.declareFunction(PanicMem, /*NoReturn=*/true);
    return orElse(
        E, ImplicitCastExpr::Create(Ctx, E->getType(), CK_BitCast,
                                    Build.function(PanicMem, E->getExprLoc()),
                                    nullptr, VK_PRValue, FPOptionsOverride()));
  }

  /// `E ?: (panic(), 0)`
  Expr *guard(Expr *E, llvm::StringRef Panic) {
    SourceLocation Loc = E->getExprLoc();
    Expr *Zero = new (Ctx) ImplicitValueInitExpr(E->getType());
    Build.declareFunction(Panic, /*NoReturn=*/true);
    return orElse(E, Build.comma(Build.call(Panic, {}, Loc), Zero, Loc));
  }

  /// `E ?: Else`
  Expr *orElse(Expr *E, Expr *Else) {
    SourceLocation Loc = E->getExprLoc();
    QualType Type = E->getType();
    auto *Value =
        new (Ctx) OpaqueValueExpr(Loc, Type, VK_PRValue, OK_Ordinary, E);
    return new (Ctx) BinaryConditionalOperator(
        E, Value, Value, Value, Else, Loc, Loc, Type, VK_PRValue, OK_Ordinary);
  }

  ASTContext &Ctx;
  AstBuilder Build;
  llvm::DenseSet<const Expr *> &Shared;
  const CallExpr *Deferred = nullptr;
  /// The `*f` of calls `(*f)()`.
  llvm::SmallPtrSet<const UnaryOperator *, 4> Called;
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
  for (const Decl *D = Owner; D;
       D = dyn_cast_or_null<Decl>(D->getDeclContext()))
    if (isa<FunctionDecl>(D))
      if (std::optional<bool> Choice = choiceOf(D))
        return *Choice;
  return Everywhere;
}

void FaultChecks::add(FunctionDecl *F) {
  if (F->isDependentContext() || F->isConsteval() || !F->hasBody() ||
      !isChosen(F))
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
      V->isLocalVarDecl() || V->isTemplated() || V->isConstexpr() ||
      !isChosen(V))
    return;
  FaultChecker(V->getASTContext(), Shared).walk(V->getInit());
}

FunctionDecl *FaultChecks::makeSignalConstructor(ASTContext &Ctx) const {
  if (!Any)
    return nullptr;
  AstBuilder Build(Ctx);
  constexpr char Handlers[] = "__deferc_initsig";
  constexpr int Priority =
      101; // The earliest that is not the implementation's.
  FunctionDecl *Callee = Build.declareFunction(Handlers, /*NoReturn=*/false);
  auto *F = FunctionDecl::Create(Ctx, Ctx.getTranslationUnitDecl(),
                                 SourceLocation(), SourceLocation(),
                                 &Ctx.Idents.get("__deferc_catchfaults"),
                                 Callee->getType(), nullptr, SC_Static);
  F->setImplicit();
  F->addAttr(ConstructorAttr::CreateImplicit(Ctx, Build.intArg(Priority, {})));
  F->addAttr(NoDebugAttr::CreateImplicit(Ctx));
  F->setBody(Build.block(Build.call(Handlers, {}, {}), {}));
  return F;
}

} // namespace deferc
