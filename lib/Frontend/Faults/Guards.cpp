//===- Guards.cpp - Expressions that panic on a fault ---------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Faults/Guards.h"

#include "deferc/Contract/RuntimeFunctions.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {

static const llvm::StringRef PanicMem = getSymbol(RuntimeFn::PanicMem);
static const llvm::StringRef PanicDivide = getSymbol(RuntimeFn::PanicDivide);

bool isAddressOf(const Stmt *S) {
  const auto *Unary = dyn_cast<UnaryOperator>(S);
  return Unary && Unary->getOpcode() == UO_AddrOf;
}

Expr *Guards::guardPointer(Expr *E) {
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

Expr *Guards::guardCallee(Expr *E, bool Check) {
  if (auto *Paren = dyn_cast<ParenExpr>(E)) {
    Paren->setSubExpr(guardCallee(Paren->getSubExpr(), Check));
    return E;
  }
  auto *Decay = dyn_cast<ImplicitCastExpr>(E);
  if (!Decay || (Decay->getCastKind() != CK_FunctionToPointerDecay &&
                 Decay->getCastKind() != CK_BuiltinFnToFnPtr))
    return Check && E->isPRValue() ? guardFunction(E) : E;
  auto *Deref = dyn_cast<UnaryOperator>(Decay->getSubExpr()->IgnoreParens());
  if (Deref && Deref->getOpcode() == UO_Deref && Callees.insert(Deref).second)
    Deref->setSubExpr(guardCallee(Deref->getSubExpr(), Check));
  return E;
}

/// `f ?: panicmem`. The panic function takes no arguments, and under the C
/// calling convention does not see those that the call passes.
Expr *Guards::guardFunction(Expr *E) {
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
Expr *Guards::guard(Expr *E, llvm::StringRef Panic) {
  SourceLocation Loc = E->getExprLoc();
  Expr *Zero = new (Ctx) ImplicitValueInitExpr(E->getType());
  Build.declareFunction(Panic, /*NoReturn=*/true);
  return orElse(E, Build.comma(Build.call(Panic, {}, Loc), Zero, Loc));
}

/// `E ?: Else`
Expr *Guards::orElse(Expr *E, Expr *Else) {
  SourceLocation Loc = E->getExprLoc();
  QualType Type = E->getType();
  auto *Value =
      new (Ctx) OpaqueValueExpr(Loc, Type, VK_PRValue, OK_Ordinary, E);
  return new (Ctx) BinaryConditionalOperator(
      E, Value, Value, Value, Else, Loc, Loc, Type, VK_PRValue, OK_Ordinary);
}

Expr *Guards::guardMember(Expr *E) { return guard(E, PanicMem); }

Expr *Guards::guardDivisor(Expr *E) { return guard(E, PanicDivide); }

} // namespace deferc
