//===- BodyScan.cpp - What one body says about its defers -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements BodyScan.h: one walk over the statements of a body in source
/// order, then Go's loop rule over what the walk has listed.
///
/// The loop rule is syntactic (Go's escape analysis, `loopDepth`): a statement
/// repeats inside `while`, `for`, `do` and range `for`, and after a label that
/// a later goto jumps back to, up to the end of the innermost `if`, `for`,
/// `switch` body that holds the label. `do { } while (0)` is how macros spell a
/// block and does not count.
///
//===----------------------------------------------------------------------===//

#include "Scan/BodyScan.h"

#include "Words/ClosureTokens.h"
#include "deferc/ClangShape/ClosureMarkers.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/ScopeExit.h"

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

/// What stands first in a closure: the call that the injected tokens put there,
/// or the marker that replaces it.
bool isFormCall(const Stmt *S) {
  return calleeName(S) == FormFunction || isBeginMarker(S);
}

struct Label {
  unsigned Index;     ///< Place in the walk.
  unsigned Enclosing; ///< Its innermost construct.
  unsigned Top;
  llvm::SmallVector<std::pair<const VarDecl *, unsigned>, 8> InScope;
};

struct Jump {
  const LabelDecl *Target; ///< Null for a computed goto: any addressed label.
  unsigned Index;
  unsigned Top;
};

/// Finds the labels whose address is taken, wherever that is.
class AddressedLabels : public RecursiveASTVisitor<AddressedLabels> {
public:
  llvm::SmallPtrSet<const LabelDecl *, 4> Found;

  bool VisitAddrLabelExpr(AddrLabelExpr *E) {
    Found.insert(E->getLabel());
    return true;
  }
};

/// The walk. Constructs are numbered by the order in which they begin; Ends
/// holds the walk index at which each has ended.
class Walker {
public:
  Walker(ASTContext &Ctx, BodyScan &Scan) : Ctx(Ctx), Scan(Scan) {}

  void walkBody(CompoundStmt *Body) {
    ConstructEnds.push_back(0);
    Constructs.push_back(0);
    for (Stmt *S : Body->body()) {
      Outermost = true;
      walk(S, /*AsStatement=*/true);
      ++Top;
    }
    ConstructEnds[0] = ++Index;
    applyJumps(Body);
  }

private:
  void walk(Stmt *S, bool AsStatement) {
    if (!S)
      return;
    ++Index;
    if (DeferStmt D = asDeferStmt(S); D.Site)
      return addDefer(D, AsStatement);
    const bool WasOutermost = Outermost;
    const unsigned Scope = InScope.size();
    llvm::scope_exit End([&] {
      if (opensScope(S))
        endScope(Scope);
    });
    switch (S->getStmtClass()) {
    case Stmt::LabelStmtClass: {
      auto *L = cast<LabelStmt>(S);
      Labels[L->getDecl()] = {Index, Constructs.back(), Top, InScope};
      Scan.Labels[L->getDecl()->getIdentifier()] = L->getDecl();
      walk(L->getSubStmt(), true);
      return;
    }
    case Stmt::DeclStmtClass:
      for (Decl *D : cast<DeclStmt>(S)->decls())
        if (auto *V = dyn_cast<VarDecl>(D)) {
          addVar(V);
          Scan.Declarations[V] = {cast<DeclStmt>(S), nullptr};
        }
      break;
    case Stmt::ReturnStmtClass:
      Scan.Returns.push_back(cast<ReturnStmt>(S));
      break;
    case Stmt::GotoStmtClass:
      Jumps.push_back({cast<GotoStmt>(S)->getLabel(), Index, Top});
      break;
    case Stmt::IndirectGotoStmtClass:
      Jumps.push_back({nullptr, Index, Top});
      break;
    case Stmt::GCCAsmStmtClass: // `asm goto` jumps to one of its labels, or to
                                // none.
      for (const AddrLabelExpr *Target : cast<GCCAsmStmt>(S)->labels())
        Jumps.push_back({Target->getLabel(), Index, Top});
      break;
    case Stmt::AttributedStmtClass:
      for (const Attr *A : cast<AttributedStmt>(S)->getAttrs())
        if (isa<MustTailAttr>(A))
          Scan.MustTail = S;
      walk(cast<AttributedStmt>(S)->getSubStmt(), AsStatement);
      return;
    case Stmt::LambdaExprClass: {
      // The body is its own owner; the captures' initialisers are ours.
      auto *L = cast<LambdaExpr>(S);
      for (Expr *Init : L->capture_inits())
        walk(Init, false);
      return;
    }
    case Stmt::CapturedStmtClass: // Other regions (OpenMP) own their bodies.
    case Stmt::BlockExprClass:
      return;
    case Stmt::IfStmtClass: {
      auto *I = cast<IfStmt>(S);
      Outermost = false;
      walk(I->getInit(), true);
      walkCondition(I->getConditionVariableDeclStmt(), I->getCond());
      walkConstruct(I->getThen());
      walkConstruct(I->getElse());
      Outermost = WasOutermost;
      return;
    }
    case Stmt::SwitchStmtClass: {
      auto *W = cast<SwitchStmt>(S);
      Outermost = false;
      walk(W->getInit(), true);
      walkCondition(W->getConditionVariableDeclStmt(), W->getCond());
      unsigned Enclosing = SwitchScope;
      SwitchScope = InScope.size();
      walkConstruct(W->getBody());
      SwitchScope = Enclosing;
      Outermost = WasOutermost;
      return;
    }
    case Stmt::WhileStmtClass: {
      auto *W = cast<WhileStmt>(S);
      Outermost = false;
      beginLoop();
      walkCondition(W->getConditionVariableDeclStmt(), W->getCond());
      walkConstruct(W->getBody());
      endLoop();
      Outermost = WasOutermost;
      return;
    }
    case Stmt::DoStmtClass: {
      auto *D = cast<DoStmt>(S);
      bool Loops = !isConstantFalse(D->getCond());
      Outermost = false;
      if (Loops)
        beginLoop();
      walkConstruct(D->getBody());
      walk(D->getCond(), false);
      if (Loops)
        endLoop();
      Outermost = WasOutermost;
      return;
    }
    case Stmt::ForStmtClass: {
      auto *F = cast<ForStmt>(S);
      Outermost = false;
      walk(F->getInit(), true);
      beginLoop();
      walkCondition(F->getConditionVariableDeclStmt(), F->getCond());
      walk(F->getInc(), false);
      walkConstruct(F->getBody());
      endLoop();
      Outermost = WasOutermost;
      return;
    }
    case Stmt::CXXForRangeStmtClass: {
      auto *F = cast<CXXForRangeStmt>(S);
      Outermost = false;
      walk(F->getInit(), true);
      walkParts({F->getRangeStmt(), F->getBeginStmt(), F->getEndStmt()});
      beginLoop();
      walkParts({F->getCond(), F->getInc(), F->getLoopVarStmt()});
      addLoop(F);
      walkConstruct(F->getBody());
      endLoop();
      Outermost = WasOutermost;
      return;
    }
    case Stmt::CXXCatchStmtClass: {
      auto *C = cast<CXXCatchStmt>(S);
      if (!C->getExceptionDecl())
        Scan.CatchAlls.push_back(C);
      else
        addVar(C->getExceptionDecl());
      break;
    }
    default:
      break;
    }
    bool Statements =
        isa<CompoundStmt, SwitchCase, CXXTryStmt, CXXCatchStmt>(S);
    if (Statements)
      Outermost = false;
    if (isa<SwitchCase>(S)) // Leads here from the switch, past these.
      for (unsigned I = SwitchScope; I < InScope.size(); ++I)
        markBypassed(InScope[I].first);
    for (Stmt *Child : S->children())
      walk(Child, Statements && !isCaseLabel(S, Child));
    Outermost = WasOutermost;
  }

  void beginLoop() { LoopBegins.push_back(Index); }

  void endLoop() { Scan.Loops.push_back({LoopBegins.pop_back_val(), ++Index}); }

  /// Whether what the statement declares ends with it: a block, and whatever
  /// has a head that can declare.
  static bool opensScope(const Stmt *S) {
    return isa<CompoundStmt, IfStmt, SwitchStmt, WhileStmt, ForStmt,
               CXXForRangeStmt, CXXCatchStmt>(S);
  }

  void endScope(unsigned Scope) {
    for (; InScope.size() > Scope; InScope.pop_back())
      ScopeEnds[InScope.back().first] = Index;
  }

  void markBypassed(const VarDecl *V) {
    if (auto It = Scan.Locals.find(V); It != Scan.Locals.end())
      It->second.Bypassed = true;
  }

  void walkParts(std::initializer_list<Stmt *> Parts) {
    for (Stmt *S : Parts)
      walk(S, false);
  }

  /// The variable of a condition is alone in it.
  void walkCondition(DeclStmt *Variable, Stmt *Cond) {
    walkParts({Variable, Cond});
    if (Variable)
      Scan.Declarations.erase(cast<VarDecl>(Variable->getSingleDecl()));
  }

  void addLoop(CXXForRangeStmt *F) {
    auto *Range = cast<VarDecl>(F->getRangeStmt()->getSingleDecl());
    VarDecl *V = F->getLoopVariable();
    Scan.Declarations[Range] = {nullptr, F};
    Scan.Declarations[V] = {nullptr, F};
    Scan.Ranges[V] = Range;
  }

  /// The body of an if, a loop or a switch: where Go's loop rule ends.
  void walkConstruct(Stmt *S) {
    if (!S)
      return;
    unsigned Id = ConstructEnds.size();
    ConstructEnds.push_back(0);
    Constructs.push_back(Id);
    walk(S, true);
    Constructs.pop_back();
    ConstructEnds[Id] = ++Index;
  }

  static bool isCaseLabel(const Stmt *S, const Stmt *Child) {
    const auto *Case = dyn_cast<SwitchCase>(S);
    return Case && Child != Case->getSubStmt();
  }

  bool isConstantFalse(const Expr *Cond) const {
    if (!Cond || Cond->isValueDependent())
      return false;
    bool Value = true;
    return Cond->EvaluateAsBooleanCondition(Value, Ctx) && !Value;
  }

  void addDefer(DeferStmt D, bool AsStatement) {
    D.Index = Index;
    D.Top = Top;
    D.Repeats = !LoopBegins.empty();
    D.IsStatement = AsStatement;
    Scan.Defers.push_back(D);
    Index += 1;
  }

  void addVar(VarDecl *V) {
    if (const auto *A = V->getAttr<AnnotateAttr>();
        A && A->getAnnotation() == annotation::Result) {
      Scan.Results.push_back(V);
      Scan.ResultPlace[V] = {Outermost, Index};
    }
    if (!V->hasLocalStorage())
      return;
    InScope.push_back({V, Index});
    Scan.Locals[V] = {Outermost, false, Index, Top};
  }

  void applyJumps(CompoundStmt *Body) {
    Scan.HasJumps = !Jumps.empty();
    AddressedLabels Addressed;
    if (llvm::any_of(Jumps, [](const Jump &J) { return !J.Target; }))
      Addressed.TraverseStmt(Body);
    for (const Jump &J : Jumps)
      for (const auto &[Decl, L] : Labels) {
        if (J.Target ? J.Target != Decl : !Addressed.Found.count(Decl))
          continue;
        if (L.Index < J.Index)
          applyBackwardJump(L, J);
        for (auto [V, At] : L.InScope)
          if (J.Index < At || (ScopeEnds.count(V) && J.Index > ScopeEnds[V]))
            markBypassed(V);
      }
  }

  void applyBackwardJump(const Label &L, const Jump &J) {
    Scan.BackwardJumps.push_back({L.Top, J.Top});
    Scan.Loops.push_back({L.Index, J.Index});
    for (DeferStmt &D : Scan.Defers)
      D.Repeats |= D.Index > L.Index &&
                   (D.Index < ConstructEnds[L.Enclosing] || D.Index < J.Index);
  }

  ASTContext &Ctx;
  BodyScan &Scan;
  unsigned Index = 0, Top = 0;
  bool Outermost = true;
  llvm::SmallVector<unsigned, 8> Constructs;
  llvm::SmallVector<unsigned, 8> ConstructEnds;
  llvm::SmallVector<unsigned, 4> LoopBegins; ///< Of the loops around.
  llvm::DenseMap<const LabelDecl *, Label> Labels;
  llvm::SmallVector<Jump, 4> Jumps;
  unsigned SwitchScope = 0; ///< Variables in scope where the switch began.
  llvm::SmallVector<std::pair<const VarDecl *, unsigned>, 8> InScope;
  llvm::DenseMap<const VarDecl *, unsigned> ScopeEnds;
};

/// The call `[&]() -> void { __deferc_form(); ... }()`, without what the parser
/// wrapped it in.
const Expr *stripStatement(const Expr *E) {
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  return E;
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
  if (auto *Region = dyn_cast<CapturedStmt>(S)) {
    auto *Body = dyn_cast_or_null<CompoundStmt>(Region->getCapturedStmt());
    if (Region->getCapturedRegionKind() != CR_Default || !isDeferClosure(Body))
      return D;
    D.Site = S;
    D.Closure = Body;
    D.Region = Region;
    D.Loc = Body->body_front()->getBeginLoc();
    return D;
  }
  auto *E = dyn_cast<Expr>(S);
  if (!E)
    return D;
  const auto *Call = dyn_cast<CallExpr>(stripStatement(E));
  if (!Call)
    return D;
  const Expr *Callee = nullptr;
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Call)) {
    if (Op->getOperator() != OO_Call || Op->getNumArgs() != 1)
      return D;
    Callee = Op->getArg(0);
  } else {
    Callee = Call->getCallee();
  }
  auto *Lambda = dyn_cast<LambdaExpr>(
      const_cast<Expr *>(Callee->IgnoreUnlessSpelledInSource()));
  if (!Lambda)
    return D;
  auto *Body =
      dyn_cast_or_null<CompoundStmt>(Lambda->getCallOperator()->getBody());
  if (!Body)
    Body = dyn_cast_or_null<CompoundStmt>(Lambda->getBody());
  if (!isDeferClosure(Body))
    return D;
  D.Site = S;
  D.Closure = Body;
  D.Lambda = Lambda;
  D.Loc = Body->body_front()->getBeginLoc();
  return D;
}

BodyScan::BodyScan(ASTContext &Ctx, CompoundStmt *Body) {
  Walker(Ctx, *this).walkBody(Body);
}

} // namespace deferc
