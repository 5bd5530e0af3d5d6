//===- BodyRewriter.cpp - Give a body its segments ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/BodyRewriter.h"

#include "deferc/Frontend/AstBuilder.h"
#include "deferc/Frontend/BodyScan.h"
#include "deferc/Frontend/Checks.h"
#include "deferc/Frontend/Diagnostics.h"
#include "deferc/Frontend/FunctionNames.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace deferc {
namespace {

/// Words of the operand form in the second argument of __deferc_mark_begin; bit
/// 0 says that the statement repeats.
enum BeginFlags : unsigned { Repeats = 1, CallForm = 16, SplitForm = 32 };

/// How __deferc_mark_recovered describes the result; see IRContract.md rule 2.
enum ResultKind : unsigned { Unnamed = 0, Named = 1, NoZeroValue = 2 };

constexpr llvm::StringLiteral ResultAnnotation = "deferc.result";
constexpr llvm::StringLiteral BoxAnnotation = "deferc.box";

/// The body of a closure of a block is the block itself, behind the marker.
CompoundStmt *userBlock(CompoundStmt *Body) {
  if (!isDeferClosure(Body))
    return Body;
  return Body->size() == 2 ? dyn_cast<CompoundStmt>(Body->body_begin()[1])
                           : nullptr;
}

bool isDefined(const AstBuilder &Build) { return Build.find("__deferc_mark_run"); }

class Rewriter {
public:
  Rewriter(CompilerInstance &CI, DeclContext *Owner)
      : CI(CI), Ctx(CI.getASTContext()), Build(Ctx), Owner(Owner) {
    Function = dyn_cast<FunctionDecl>(Owner);
  }

  /// The rewritten form of \p Block, one outermost block of the owner; the block
  /// itself when nothing in it defers.
  CompoundStmt *rewriteBlock(CompoundStmt *Block) {
    BodyScan Scan(Ctx, Block);
    if (Scan.Defers.empty()) {
      checkResults(Scan);
      return Block;
    }
    if (Scan.Defers.front().isRewritten() || !checkOwner(Scan))
      return Block;
    findResults(Scan);
    llvm::SmallVector<unsigned, 4> Places = placeSegments(Scan);
    bool Valid = true;
    for (DeferStmt &D : Scan.Defers)
      Valid &= rewriteDefer(Scan, D, segmentOf(Places, Scan, D));
    if (!Valid)
      return Block;
    rewriteReturns(Scan);
    for (CXXCatchStmt *Handler : Scan.CatchAlls)
      addRecoveryExit(Handler);
    return insertSegments(Block, Scan, Places);
  }

  bool found() const { return Found; }

  /// A deferred call that throws out of `noexcept` code must terminate as any
  /// other; Clang drops the exceptional cleanups of such bodies, so the handler
  /// is put around them here.
  CompoundStmt *guardNoexcept(CompoundStmt *Body) {
    if (!Found || !isNoexcept())
      return Body;
    SourceLocation Loc = Body->getRBracLoc();
    Stmt *Handler = new (Ctx) CXXCatchStmt(
        Loc, nullptr,
        Build.block({Build.call("__deferc_unwind_noexcept", {}, Loc)}, Loc));
    Stmt *Try = CXXTryStmt::Create(Ctx, Body->getLBracLoc(), Body, {Handler});
    return Build.blockLike(Body, {Try});
  }

private:
  //===--------------------------------------------------------------------===//
  // The owner as a whole
  //===--------------------------------------------------------------------===//

  bool checkOwner(const BodyScan &Scan) {
    DiagnosticsEngine &Diags = CI.getDiagnostics();
    SourceLocation Loc = Scan.Defers.front().Loc;
    if (Scan.MustTail) {
      report(Diags, Scan.MustTail->getBeginLoc(), Diag::DeferBeforeMustTail);
      return false;
    }
    if (!CI.getLangOpts().Exceptions) {
      report(Diags, Loc, Diag::DeferWithoutExceptions);
      return false;
    }
    if (!Function || isLambdaCallOperator(Function))
      return true;
    if (Function->isConstexprSpecified() || Function->isConsteval()) {
      report(Diags, Loc, Diag::DeferInConstexpr)
          << (Function->isConsteval() ? "consteval" : "constexpr");
      return false;
    }
    return true;
  }

  bool isNoexcept() const {
    if (!Function || !CI.getLangOpts().CPlusPlus)
      return false;
    const auto *Type = Function->getType()->getAs<FunctionProtoType>();
    if (!Type)
      return false;
    if (isUnresolvedExceptionSpec(Type->getExceptionSpecType()))
      Type = CI.getSema().ResolveExceptionSpec(Function->getLocation(), Type);
    return Type && Type->canThrow() == CT_Cannot;
  }

  QualType resultType() const {
    return Function ? Function->getReturnType() : Ctx.VoidTy;
  }

  //===--------------------------------------------------------------------===//
  // Results
  //===--------------------------------------------------------------------===//

  bool checkResult(const BodyScan &Scan, VarDecl *V) {
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
    if (!Ctx.hasSameUnqualifiedType(V->getType(), resultType())) {
      report(Diags, V->getLocation(), Diag::ResultType)
          << V << V->getType() << resultType();
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

  /// The variable that names the result, if one rightly does.
  VarDecl *checkResults(const BodyScan &Scan) {
    VarDecl *Found = nullptr;
    for (VarDecl *V : Scan.Results) {
      if (Found) {
        report(CI.getDiagnostics(), V->getLocation(), Diag::ResultTwice);
        break;
      }
      if (checkResult(Scan, V))
        Found = V;
    }
    return Found;
  }

  void findResults(const BodyScan &Scan) {
    Result = checkResults(Scan);
    // Only a named result lives in the return slot: what a deferred call stores
    // into any other variable comes after the result has been set.
    for (ReturnStmt *R : Scan.Returns)
      if (const VarDecl *Other = R->getNRVOCandidate())
        const_cast<VarDecl *>(Other)->setNRVOVariable(false);
    if (Result) {
      Result->setNRVOVariable(true);
      return;
    }
    QualType Type = resultType();
    if (Type->isVoidType() || Type->isReferenceType() || Slot)
      return;
    if (!Type.isTriviallyCopyableType(Ctx) ||
        Type.isDestructedType() != QualType::DK_none) {
      for (const DeferStmt &D : Scan.Defers)
        if (recovers(D)) {
          report(CI.getDiagnostics(), D.Loc, Diag::ResultNeedsName) << Type;
          break;
        }
      return;
    }
    if (const auto *Record = Type->getAsCXXRecordDecl(); Record && Record->isEmpty())
      return;
    Slot = Build.variable(Owner, "__deferc_result", Type.getUnqualifiedType(),
                          Scan.Defers.front().Loc);
    Slot->setNRVOVariable(true);
  }

  CompoundStmt *ownBody() const {
    return Function ? dyn_cast_or_null<CompoundStmt>(Function->getBody())
                    : nullptr;
  }

  /// `return e;` of a class: assign to the name, which already is the result.
  /// Scalars need no more than the return itself, it stores into the same slot.
  void rewriteReturns(const BodyScan &Scan) {
    if (!Result || !Result->getType()->isRecordType())
      return;
    for (ReturnStmt *R : Scan.Returns)
      if (R->getRetValue())
        rewriteReturn(R);
  }

  void rewriteReturn(ReturnStmt *R) {
    Expr *Value = R->getRetValue();
    SourceLocation Loc = R->getReturnLoc();
    Expr *Plain = Value->IgnoreUnlessSpelledInSource();
    auto *Ref = dyn_cast<DeclRefExpr>(Plain);
    bool IsResult = Ref && Ref->getDecl() == Result;
    Stmt *Exit = ReturnStmt::Create(Ctx, Loc, nullptr, Result);
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
                                      Build.lvalue(Result, Loc), Value)
            : ExprResult(BinaryOperator::Create(
                  Ctx, Build.lvalue(Result, Loc), Value, BO_Assign,
                  Result->getType().getUnqualifiedType(), VK_PRValue,
                  OK_Ordinary, Loc, FPOptionsOverride()));
    if (Assign.isInvalid())
      return;
    Expr *E = Assign.get();
    if (Cleanups || CI.getLangOpts().CPlusPlus)
      E = ExprWithCleanups::Create(Ctx, E, true, Objects);
    Replacements[R] = Build.block({E, Exit}, Loc);
  }

  //===--------------------------------------------------------------------===//
  // Defer statements
  //===--------------------------------------------------------------------===//

  bool rewriteDefer(const BodyScan &Scan, DeferStmt &D, unsigned Segment) {
    Found = true;
    OperandForm Form = checkOperand(CI, D);
    if (Form == OperandForm::Invalid)
      return false;
    unsigned Errors = CI.getDiagnostics().getNumErrors();
    for (VarDecl *V : reachableNestedVars(CI, Scan, D, Form))
      if (Scan.Nested.find(V)->second.InLoop)
        moveToHeap(V);
    if (CI.getDiagnostics().getNumErrors() != Errors)
      return false;
    nameWritingFunction(Ctx, D);
    unsigned Flags = D.Repeats ? Repeats : 0;
    if (Form == OperandForm::Call)
      Flags |= CallForm;
    else if (Form == OperandForm::Split)
      Flags |= SplitForm;
    SourceLocation Loc = D.Loc;
    Expr *Size = Build.integer(closureSize(D), Ctx.UnsignedLongTy, Loc);
    D.Closure->body_begin()[0] =
        Build.call("__deferc_mark_begin",
                   {Build.intArg(Segment, Loc), Build.intArg(Flags, Loc), Size},
                   Loc);
    if (Form == OperandForm::Call)
      markEnd(D);
    else if (Form == OperandForm::Split)
      markSplit(D);
    return true;
  }

  uint64_t closureSize(const DeferStmt &D) const {
    const RecordDecl *Record = D.Lambda
                                   ? D.Lambda->getLambdaClass()
                                   : D.Region->getCapturedRecordDecl();
    return Ctx.getTypeSizeInChars(Ctx.getCanonicalTagType(Record)).getQuantity();
  }

  /// Puts \p E in the place of the operand, inside of its cleanups.
  void replaceOperand(DeferStmt &D, llvm::function_ref<Expr *(Expr *)> Make) {
    auto *E = cast<Expr>(D.operand());
    if (auto *Full = dyn_cast<ExprWithCleanups>(E))
      Full->setSubExpr(Make(Full->getSubExpr()));
    else
      D.Closure->body_begin()[1] = Make(E);
  }

  void markEnd(DeferStmt &D) {
    SourceLocation Loc = D.operand()->getEndLoc();
    replaceOperand(D, [&](Expr *E) {
      return Build.comma(E, Build.call("__deferc_mark_end", {}, Loc), Loc);
    });
  }

  /// A builtin may become no call at all, and `delete` several: what is evaluated
  /// now ends at a marker behind the last operand that is not a constant.
  void markSplit(DeferStmt &D) {
    SourceLocation Loc = D.operand()->getBeginLoc();
    Expr *Core = operandCore(cast<Expr>(D.operand()));
    if (Expr **Last = lastOperand(Core)) {
      *Last = splitBehind(*Last);
      return;
    }
    replaceOperand(D, [&](Expr *E) {
      return Build.comma(Build.call("__deferc_mark_split", {}, Loc), E, Loc);
    });
  }

  Expr **lastOperand(Expr *Core) {
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

  /// `({ T Operand = E; __deferc_mark_split(); Operand; })`
  Expr *splitBehind(Expr *E) {
    SourceLocation Loc = E->getBeginLoc();
    VarDecl *V = Build.variable(Owner, "__deferc_operand",
                                E->getType().getUnqualifiedType(), Loc);
    V->setInit(E);
    CompoundStmt *Body =
        Build.block({Build.declare(V), Build.call("__deferc_mark_split", {}, Loc),
                     Build.rvalue(V, Loc)},
                    Loc);
    return new (Ctx) StmtExpr(Body, E->getType(), Loc, Loc, 0);
  }

  /// deferc-clang-shape replaces the storage of an annotated variable.
  void moveToHeap(VarDecl *V) {
    for (const auto *A : V->specific_attrs<AnnotateAttr>())
      if (A->getAnnotation() == BoxAnnotation)
        return;
    V->addAttr(AnnotateAttr::CreateImplicit(Ctx, BoxAnnotation, nullptr, 0,
                                            V->getSourceRange()));
    const CodeGenOptions &Opts = CI.getCodeGenOpts();
    if (Opts.OptimizationRemarkAnalysis.patternMatches("defer") ||
        Opts.OptimizationRemarkMissed.patternMatches("defer"))
      report(CI.getDiagnostics(), V->getLocation(), Diag::MovedToHeap)
          << V->getName();
  }

  //===--------------------------------------------------------------------===//
  // Segments
  //===--------------------------------------------------------------------===//

  /// The top-level statements that get a segment variable before them. One that
  /// a later goto jumps back over moves before the label's statement, since the
  /// jump would leave its scope and run its calls.
  static llvm::SmallVector<unsigned, 4> placeSegments(const BodyScan &Scan) {
    llvm::SmallVector<unsigned, 4> Places;
    for (const DeferStmt &D : Scan.Defers)
      Places.push_back(placeOf(Scan, D));
    llvm::sort(Places);
    Places.erase(llvm::unique(Places), Places.end());
    return Places;
  }

  static unsigned placeOf(const BodyScan &Scan, const DeferStmt &D) {
    unsigned Place = D.Top;
    for (bool Moved = true; Moved;) {
      Moved = false;
      for (auto [Label, Jump] : Scan.BackwardJumps)
        if (Label < Place && Place <= Jump) {
          Place = Label;
          Moved = true;
        }
    }
    return Place;
  }

  static unsigned segmentOf(llvm::ArrayRef<unsigned> Places,
                            const BodyScan &Scan, const DeferStmt &D) {
    return llvm::lower_bound(Places, placeOf(Scan, D)) - Places.begin();
  }

  CompoundStmt *insertSegments(CompoundStmt *Block, const BodyScan &Scan,
                               llvm::ArrayRef<unsigned> Places) {
    llvm::SmallVector<Stmt *, 16> Body;
    if (Slot && !SlotDeclared) {
      Body.push_back(Build.declare(Slot));
      SlotDeclared = true;
    }
    unsigned Top = 0, Segment = 0;
    for (Stmt *S : Block->body()) {
      if (Segment < Places.size() && Places[Segment] == Top) {
        addSegment(Body, Scan, Segment, S->getBeginLoc());
        ++Segment;
      }
      Body.push_back(replaceReturns(S));
      ++Top;
    }
    return Build.blockLike(Block, Body);
  }

  void addSegment(llvm::SmallVectorImpl<Stmt *> &Body, const BodyScan &Scan,
                  unsigned Number, SourceLocation Loc) {
    QualType Type = Ctx.getConstantArrayType(
        Ctx.CharTy, llvm::APInt(Ctx.getTypeSize(Ctx.getSizeType()), Number + 1),
        nullptr, ArraySizeModifier::Normal, 0);
    VarDecl *V = Build.variable(Owner, "__deferc_segment", Type, Loc);
    V->addAttr(CleanupAttr::CreateImplicit(Ctx, Build.find("__deferc_mark_run"),
                                           SourceRange(Loc, Loc)));
    if (Scan.HasJumps)
      Body.push_back(label(Loc));
    Body.push_back(Build.declare(V));
    unsigned Kind = Result ? Named : Unnamed;
    uint64_t Size = 0;
    if (Slot)
      Size = Ctx.getTypeSizeInChars(Slot->getType()).getQuantity();
    else if (!Result && !resultType()->isVoidType())
      Kind = isEmptyResult() ? Unnamed : NoZeroValue;
    Expr *Recovered = Build.call(
        "__deferc_mark_recovered",
        {Build.addressOf(V, Loc), Build.intArg(Scan.Returns.size(), Loc),
         Build.addressOf(Slot, Loc), Build.integer(Size, Ctx.UnsignedLongTy, Loc),
         Build.intArg(Kind, Loc)},
        Loc);
    Body.push_back(Build.ifThen(
        Recovered, ReturnStmt::Create(Ctx, Loc, nullptr, Result), Loc));
  }

  /// Clang emits neither code nor cleanups behind a goto, until a label: this one
  /// keeps the segment of a statement that is only jumped to.
  Stmt *label(SourceLocation Loc) {
    auto *Decl =
        LabelDecl::Create(Ctx, Owner, Loc, &Ctx.Idents.get("__deferc_segment"));
    auto *Label = new (Ctx) LabelStmt(Loc, Decl, new (Ctx) NullStmt(Loc));
    Decl->setStmt(Label);
    return Label;
  }

  bool isEmptyResult() const {
    const auto *Record = resultType()->getAsCXXRecordDecl();
    return Record && Record->isEmpty();
  }

  /// A handler that catches everything also catches the unwinding of a panic
  /// that this very frame recovered: it leaves at once.
  void addRecoveryExit(CXXCatchStmt *Handler) {
    auto *Block = cast<CompoundStmt>(Handler->getHandlerBlock());
    SourceLocation Loc = Handler->getCatchLoc();
    llvm::SmallVector<Stmt *, 8> Body;
    Body.push_back(Build.ifThen(Build.call("__deferc_mark_catching", {}, Loc),
                                ReturnStmt::Create(Ctx, Loc, nullptr, Result),
                                Loc));
    Body.append(Block->body_begin(), Block->body_end());
    *Handler->child_begin() = Build.blockLike(Block, Body);
  }

  Stmt *replaceReturns(Stmt *S) {
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

  CompilerInstance &CI;
  ASTContext &Ctx;
  AstBuilder Build;
  DeclContext *Owner;
  FunctionDecl *Function;
  VarDecl *Result = nullptr; ///< The variable declared with `defer_result`.
  VarDecl *Slot = nullptr;   ///< A name for the unnamed result's storage.
  bool SlotDeclared = false;
  bool Found = false;
  llvm::DenseMap<const ReturnStmt *, Stmt *> Replacements;
};

/// A function-try block: each of its blocks is an outermost one.
Stmt *rewriteFunctionTry(CompilerInstance &CI, Rewriter &R, CXXTryStmt *Try) {
  ASTContext &Ctx = CI.getASTContext();
  CompoundStmt *Block = R.rewriteBlock(Try->getTryBlock());
  llvm::SmallVector<Stmt *, 4> Handlers;
  for (unsigned I = 0, N = Try->getNumHandlers(); I != N; ++I) {
    CXXCatchStmt *Handler = Try->getHandler(I);
    auto *Body = cast<CompoundStmt>(Handler->getHandlerBlock());
    *Handler->child_begin() = R.rewriteBlock(Body);
    Handlers.push_back(Handler);
  }
  if (!R.found())
    return Try;
  return CXXTryStmt::Create(Ctx, Try->getTryLoc(), Block, Handlers);
}

bool coroutineDefers(ASTContext &Ctx, const CoroutineBodyStmt *Body,
                     SourceLocation &Loc) {
  auto *Block = dyn_cast_or_null<CompoundStmt>(Body->getBody());
  if (!Block)
    return false;
  BodyScan Scan(Ctx, Block);
  if (Scan.Defers.empty())
    return false;
  Loc = Scan.Defers.front().Loc;
  return true;
}

} // namespace

void rewriteBody(CompilerInstance &CI, FunctionDecl *F) {
  ASTContext &Ctx = CI.getASTContext();
  if (F->isDependentContext() || !isDefined(AstBuilder(Ctx)))
    return;
  Stmt *Body = F->getBody();
  if (auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body)) {
    SourceLocation Loc;
    if (coroutineDefers(Ctx, Coroutine, Loc))
      report(CI.getDiagnostics(), Loc, Diag::DeferInCoroutine);
    return;
  }
  Rewriter R(CI, F);
  if (auto *Try = dyn_cast_or_null<CXXTryStmt>(Body)) {
    F->setBody(rewriteFunctionTry(CI, R, Try));
    return;
  }
  auto *Block = dyn_cast_or_null<CompoundStmt>(Body);
  if (!Block)
    return;
  bool IsClosure = isDeferClosure(Block);
  CompoundStmt *User = userBlock(Block);
  if (!User)
    return;
  CompoundStmt *New = R.rewriteBlock(User);
  if (New == User)
    return;
  New = R.guardNoexcept(New);
  if (IsClosure)
    Block->body_begin()[1] = New;
  else
    F->setBody(New);
}

void rewriteBody(CompilerInstance &CI, CapturedDecl *Region) {
  if (!isDefined(AstBuilder(CI.getASTContext())))
    return;
  auto *Block = dyn_cast_or_null<CompoundStmt>(Region->getBody());
  if (!isDeferClosure(Block))
    return;
  CompoundStmt *User = userBlock(Block);
  if (!User)
    return;
  Rewriter R(CI, Region);
  Block->body_begin()[1] = R.rewriteBlock(User);
}

void checkBlockLiteral(CompilerInstance &CI, BlockDecl *Block) {
  auto *Body = dyn_cast_or_null<CompoundStmt>(Block->getBody());
  if (!Body)
    return;
  BodyScan Scan(CI.getASTContext(), Body);
  for (const DeferStmt &D : Scan.Defers)
    report(CI.getDiagnostics(), D.Loc, Diag::DeferInBlockLiteral);
}

void checkResultVariable(CompilerInstance &CI, VarDecl *V) {
  const auto *A = V->getAttr<AnnotateAttr>();
  if (!A || A->getAnnotation() != ResultAnnotation || V->hasLocalStorage())
    return;
  if (V->isFileVarDecl() || isa<ParmVarDecl>(V))
    report(CI.getDiagnostics(), V->getLocation(), Diag::ResultNotOutermost);
}

} // namespace deferc
