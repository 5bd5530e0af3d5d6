//===- BodyScan.cpp - What one body says about its defers -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements BodyScan.h by a walk over the statements of a body in source
/// order. The walk numbers what it visits, so that two places can be compared.
///
//===----------------------------------------------------------------------===//

#include "Scan/BodyScan.h"

#include "Scan/BodyJumps.h"

#include "deferc/ClangShape/ClosureMarkers.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace deferc {
namespace {

class Walker {
public:
  Walker(ASTContext &Ctx, BodyScan &Scan) : Ctx(Ctx), Scan(Scan) {}

  void walkBody(CompoundStmt *Body) {
    Jumps.ConstructEnds.push_back(0);
    Constructs.push_back(0);
    for (Stmt *S : Body->body()) {
      Outermost = true;
      walk(S, /*AsStatement=*/true);
      ++Top;
    }
    Jumps.ConstructEnds[0] = ++Index;
    Jumps.applyTo(Scan, Body);
  }

private:
  void walk(Stmt *S, bool AsStatement) {
    if (!S)
      return;
    ++Index;
    if (DeferStmt D = asDeferStmt(S); D.Site)
      return addDefer(D, AsStatement);
    llvm::SaveAndRestore RestoreOutermost(Outermost);
    const unsigned Scope = InScope.size();
    llvm::scope_exit End([&] {
      if (opensScope(S))
        endScope(Scope);
    });
    switch (S->getStmtClass()) {
    case Stmt::LabelStmtClass:
      return walkLabel(cast<LabelStmt>(S));
    case Stmt::AttributedStmtClass:
      return walkAttributed(cast<AttributedStmt>(S), AsStatement);
    case Stmt::LambdaExprClass: // The body has a scan of its own.
      for (Expr *Init : cast<LambdaExpr>(S)->capture_inits())
        walk(Init, false);
      return;
    case Stmt::CapturedStmtClass: // A region of OpenMP has a scan of its own.
    case Stmt::BlockExprClass:
      return;
    case Stmt::IfStmtClass:
      return walkIf(cast<IfStmt>(S));
    case Stmt::SwitchStmtClass:
      return walkSwitch(cast<SwitchStmt>(S));
    case Stmt::WhileStmtClass:
      return walkWhile(cast<WhileStmt>(S));
    case Stmt::DoStmtClass:
      return walkDo(cast<DoStmt>(S));
    case Stmt::ForStmtClass:
      return walkFor(cast<ForStmt>(S));
    case Stmt::CXXForRangeStmtClass:
      return walkRangeFor(cast<CXXForRangeStmt>(S));
    default:
      note(S);
      return walkChildren(S);
    }
  }

  /// Notes what a statement without a body of its own says.
  void note(Stmt *S) {
    if (auto *Declares = dyn_cast<DeclStmt>(S)) {
      for (Decl *D : Declares->decls())
        if (auto *V = dyn_cast<VarDecl>(D)) {
          addVar(V);
          Scan.Declarations[V] = {Declares, nullptr};
        }
    } else if (auto *Return = dyn_cast<ReturnStmt>(S)) {
      Scan.Returns.push_back(Return);
    } else if (auto *Goto = dyn_cast<GotoStmt>(S)) {
      addJump(Goto->getLabel());
    } else if (isa<IndirectGotoStmt>(S)) {
      addJump(nullptr);
    } else if (auto *Asm = dyn_cast<GCCAsmStmt>(S)) {
      // `asm goto` jumps to one of its labels, or to none.
      for (const AddrLabelExpr *Target : Asm->labels())
        addJump(Target->getLabel());
    } else if (auto *Catch = dyn_cast<CXXCatchStmt>(S)) {
      if (!Catch->getExceptionDecl())
        Scan.CatchAlls.push_back(Catch);
      else
        addVar(Catch->getExceptionDecl());
    }
  }

  //===--------------------------------------------------------------------===//
  // Statements with parts
  //===--------------------------------------------------------------------===//

  void walkChildren(Stmt *S) {
    bool Statements =
        isa<CompoundStmt, SwitchCase, CXXTryStmt, CXXCatchStmt>(S);
    if (Statements)
      Outermost = false;
    if (isa<SwitchCase>(S)) // The switch jumps here, past these declarations.
      for (unsigned I = SwitchScope; I < InScope.size(); ++I)
        Scan.markBypassed(InScope[I].first);
    for (Stmt *Child : S->children())
      walk(Child, Statements && !isCaseLabel(S, Child));
  }

  void walkLabel(LabelStmt *L) {
    Jumps.Labels[L->getDecl()] = {Index, Constructs.back(), Top, InScope};
    Scan.Labels[L->getDecl()->getIdentifier()] = L->getDecl();
    walk(L->getSubStmt(), true);
  }

  void walkAttributed(AttributedStmt *S, bool AsStatement) {
    for (const Attr *A : S->getAttrs())
      if (isa<MustTailAttr>(A))
        Scan.MustTail = S;
    walk(S->getSubStmt(), AsStatement);
  }

  void walkIf(IfStmt *S) {
    Outermost = false;
    walk(S->getInit(), true);
    walkCondition(S->getConditionVariableDeclStmt(), S->getCond());
    walkConstruct(S->getThen());
    walkConstruct(S->getElse());
  }

  void walkSwitch(SwitchStmt *S) {
    Outermost = false;
    walk(S->getInit(), true);
    walkCondition(S->getConditionVariableDeclStmt(), S->getCond());
    llvm::SaveAndRestore RestoreScope(SwitchScope, unsigned(InScope.size()));
    walkConstruct(S->getBody());
  }

  void walkWhile(WhileStmt *S) {
    Outermost = false;
    beginLoop();
    walkCondition(S->getConditionVariableDeclStmt(), S->getCond());
    walkConstruct(S->getBody());
    endLoop();
  }

  void walkDo(DoStmt *S) {
    bool Loops = !isConstantFalse(S->getCond());
    Outermost = false;
    if (Loops)
      beginLoop();
    walkConstruct(S->getBody());
    walk(S->getCond(), false);
    if (Loops)
      endLoop();
  }

  void walkFor(ForStmt *S) {
    Outermost = false;
    walk(S->getInit(), true);
    beginLoop();
    walkCondition(S->getConditionVariableDeclStmt(), S->getCond());
    walk(S->getInc(), false);
    walkConstruct(S->getBody());
    endLoop();
  }

  void walkRangeFor(CXXForRangeStmt *S) {
    Outermost = false;
    walk(S->getInit(), true);
    walkParts({S->getRangeStmt(), S->getBeginStmt(), S->getEndStmt()});
    beginLoop();
    walkParts({S->getCond(), S->getInc(), S->getLoopVarStmt()});
    addRangeVariables(S);
    walkConstruct(S->getBody());
    endLoop();
  }

  void walkParts(std::initializer_list<Stmt *> Parts) {
    for (Stmt *S : Parts)
      walk(S, false);
  }

  /// No other variable can be declared before the one of a condition, so that
  /// one has no Declaration.
  void walkCondition(DeclStmt *Variable, Stmt *Cond) {
    walkParts({Variable, Cond});
    if (Variable)
      Scan.Declarations.erase(cast<VarDecl>(Variable->getSingleDecl()));
  }

  /// The body of an `if`, a loop or a `switch`, where Go's loop rule ends.
  void walkConstruct(Stmt *S) {
    if (!S)
      return;
    unsigned Id = Jumps.ConstructEnds.size();
    Jumps.ConstructEnds.push_back(0);
    Constructs.push_back(Id);
    walk(S, true);
    Constructs.pop_back();
    Jumps.ConstructEnds[Id] = ++Index;
  }

  void beginLoop() { LoopBegins.push_back(Index); }

  void endLoop() { Scan.Loops.push_back({LoopBegins.pop_back_val(), ++Index}); }

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

  /// Whether the variables that \p S declares end with it. A block is such a
  /// statement, and so is each one whose head can declare a variable.
  static bool opensScope(const Stmt *S) {
    return isa<CompoundStmt, IfStmt, SwitchStmt, WhileStmt, ForStmt,
               CXXForRangeStmt, CXXCatchStmt>(S);
  }

  void endScope(unsigned Scope) {
    for (; InScope.size() > Scope; InScope.pop_back())
      Jumps.ScopeEnds[InScope.back().first] = Index;
  }

  //===--------------------------------------------------------------------===//
  // What the walk notes
  //===--------------------------------------------------------------------===//

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

  void addRangeVariables(CXXForRangeStmt *S) {
    auto *Range = cast<VarDecl>(S->getRangeStmt()->getSingleDecl());
    VarDecl *V = S->getLoopVariable();
    Scan.Declarations[Range] = {nullptr, S};
    Scan.Declarations[V] = {nullptr, S};
    Scan.Ranges[V] = Range;
  }

  void addJump(const LabelDecl *Target) {
    Jumps.List.push_back({Target, Index, Top});
  }

  ASTContext &Ctx;
  BodyScan &Scan;
  BodyJumps Jumps;
  unsigned Index = 0; ///< Place in the walk: the number of the current visit.
  unsigned Top = 0;   ///< Number of the current top-level statement.
  bool Outermost = true;
  llvm::SmallVector<unsigned, 8> Constructs; ///< Those around, by number.
  llvm::SmallVector<unsigned, 4> LoopBegins; ///< Of the loops around.
  unsigned SwitchScope = 0; ///< Size of InScope where the switch began.
  /// The variables in scope, each with the place of its declaration.
  llvm::SmallVector<std::pair<const VarDecl *, unsigned>, 8> InScope;
};

} // namespace

void BodyScan::markBypassed(const VarDecl *V) {
  if (auto It = Locals.find(V); It != Locals.end())
    It->second.Bypassed = true;
}

BodyScan::BodyScan(ASTContext &Ctx, CompoundStmt *Body) {
  Walker(Ctx, *this).walkBody(Body);
}

} // namespace deferc
