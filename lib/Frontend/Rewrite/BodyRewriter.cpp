//===- BodyRewriter.cpp - Give a body its segments ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rewrite/BodyRewriter.h"

#include "Rewrite/OperandRewriter.h"
#include "Rewrite/Results.h"

#include "Build/AstBuilder.h"
#include "Build/MarkerBuilder.h"
#include "Messages/Diagnostics.h"
#include "Scan/BodyScan.h"
#include "Scan/DeferPlaces.h"
#include "Words/ClosureTokens.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace deferc {
namespace {

/// The block in which the user's statements stand: \p Body itself, or in the
/// closure of a block the block behind the form call. Null for the closure of a
/// call.
CompoundStmt *userBlock(CompoundStmt *Body) {
  if (!isDeferClosure(Body))
    return Body;
  return Body->size() == 2 ? dyn_cast<CompoundStmt>(Body->body_begin()[1])
                           : nullptr;
}

/// The statement expressions that the operand of a deferred call evaluates. One
/// inside of another is left out.
class OperandBlocks : public RecursiveASTVisitor<OperandBlocks> {
public:
  explicit OperandBlocks(CompoundStmt *Closure) {
    TraverseStmt(writtenOperand(Closure));
  }
  llvm::SmallVector<StmtExpr *, 2> List;

  bool TraverseStmtExpr(StmtExpr *E) {
    List.push_back(E);
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (Expr *Init : L->capture_inits())
      TraverseStmt(Init);
    return true;
  }
  bool TraverseCapturedStmt(CapturedStmt *) { return true; }
  bool TraverseBlockExpr(BlockExpr *) { return true; }
};

/// Whether the translation unit includes `defer.h`. Nothing defers without it.
bool includesHeader(const AstBuilder &Build) {
  return Build.find(FormFunction);
}

class Rewriter {
public:
  Rewriter(CompilerInstance &CI, DeclContext *Owner)
      : CI(CI), Ctx(CI.getASTContext()), Build(Ctx), Mark(Ctx), Owner(Owner),
        Function(dyn_cast<FunctionDecl>(Owner)), Result(CI, Owner),
        Operands(CI, Owner) {}

  /// The rewritten form of \p Block, which is an outermost block of the owner.
  /// \p Block itself when nothing in it defers.
  CompoundStmt *rewriteBlock(CompoundStmt *Block) {
    BodyScan Scan(Ctx, Block);
    if (Scan.Defers.empty()) {
      Result.check(Scan);
      return Block;
    }
    if (Scan.Defers.front().isRewritten() || !checkOwner(Scan))
      return Block;
    Result.find(Scan);
    Found = true;
    llvm::SmallVector<unsigned, 4> Places = placeSegments(Scan);
    bool Valid = true;
    for (DeferStmt &D : Scan.Defers)
      Valid &= Operands.rewrite(Scan, D, segmentOf(Places, Scan, D));
    if (!Valid)
      return Block;
    Result.rewriteReturns(Scan);
    for (CXXCatchStmt *Handler : Scan.CatchAlls)
      addRecoveryExit(Handler);
    return insertSegments(Block, Scan, Places);
  }

  /// Rewrites the statement expressions in the operand of \p Closure. Each is
  /// an outermost block, since the closure is the function that evaluates the
  /// operand.
  void rewriteOperand(CompoundStmt *Closure) {
    for (StmtExpr *E : OperandBlocks(Closure).List)
      E->setSubStmt(rewriteBlock(E->getSubStmt()));
  }

  bool found() const { return Found; }

  /// An exception that a deferred call throws must not leave a `noexcept`
  /// function. Clang drops the exceptional cleanups of such a body, so a
  /// handler that terminates is put around the body here.
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

  //===--------------------------------------------------------------------===//
  // Segments
  //===--------------------------------------------------------------------===//

  /// The top-level statements that get a segment variable before them.
  static llvm::SmallVector<unsigned, 4> placeSegments(const BodyScan &Scan) {
    llvm::SmallVector<unsigned, 4> Places;
    for (const DeferStmt &D : Scan.Defers)
      Places.push_back(Scan.segmentPlace(D));
    llvm::sort(Places);
    Places.erase(llvm::unique(Places), Places.end());
    return Places;
  }

  static unsigned segmentOf(llvm::ArrayRef<unsigned> Places,
                            const BodyScan &Scan, const DeferStmt &D) {
    return llvm::lower_bound(Places, Scan.segmentPlace(D)) - Places.begin();
  }

  CompoundStmt *insertSegments(CompoundStmt *Block, const BodyScan &Scan,
                               llvm::ArrayRef<unsigned> Places) {
    llvm::SmallVector<Stmt *, 16> Body(Operands.takeDeclarations());
    if (Stmt *Slot = Result.declareSlot())
      Body.push_back(Slot);
    unsigned Top = 0, Segment = 0;
    for (Stmt *S : Block->body()) {
      if (Segment < Places.size() && Places[Segment] == Top) {
        addSegment(Body, Scan, Segment, S->getBeginLoc());
        ++Segment;
      }
      Body.push_back(Result.replaceReturns(S));
      ++Top;
    }
    return Build.blockLike(Block, Body);
  }

  void addSegment(llvm::SmallVectorImpl<Stmt *> &Body, const BodyScan &Scan,
                  unsigned Number, SourceLocation Loc) {
    VarDecl *V = Build.variable(Owner, "__deferc_segment", Ctx.CharTy, Loc);
    V->addAttr(CleanupAttr::CreateImplicit(
        Ctx, Mark.declare(ClosureMarker::Run), SourceRange(Loc, Loc)));
    if (Scan.HasJumps)
      Body.push_back(label(Loc));
    Body.push_back(Build.declare(V));
    marks::Recovered Recovered;
    Recovered.Segment = V;
    Recovered.Number = Number;
    Recovered.Returns = Scan.Returns.size();
    Result.describe(Recovered, Loc);
    Body.push_back(
        Build.ifThen(Mark.call(Recovered, Loc), Result.makeReturn(Loc), Loc));
  }

  /// A label in front of a segment. Between a goto and the next label Clang
  /// emits neither code nor cleanups, so without this label a statement that
  /// only a jump leads to would have no segment.
  Stmt *label(SourceLocation Loc) {
    auto *Decl =
        LabelDecl::Create(Ctx, Owner, Loc, &Ctx.Idents.get("__deferc_segment"));
    auto *Label = new (Ctx) LabelStmt(Loc, Decl, new (Ctx) NullStmt(Loc));
    Decl->setStmt(Label);
    return Label;
  }

  /// A handler that catches everything also catches the exception by which the
  /// runtime unwinds after a recover. When it was this function that recovered,
  /// the handler must return at once.
  void addRecoveryExit(CXXCatchStmt *Handler) {
    auto *Block = cast<CompoundStmt>(Handler->getHandlerBlock());
    SourceLocation Loc = Handler->getCatchLoc();
    llvm::SmallVector<Stmt *, 8> Body;
    Body.push_back(Build.ifThen(Mark.call(marks::Catching{}, Loc),
                                Result.makeReturn(Loc), Loc));
    Body.append(Block->body_begin(), Block->body_end());
    *Handler->child_begin() = Build.blockLike(Block, Body);
  }

  CompilerInstance &CI;
  ASTContext &Ctx;
  AstBuilder Build;
  MarkerBuilder Mark;
  DeclContext *Owner;
  FunctionDecl *Function;
  Results Result;
  OperandRewriter Operands;
  bool Found = false;
};

/// Rewrites a function-try block. Each of its blocks is an outermost one.
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

} // namespace

void rewriteBody(CompilerInstance &CI, FunctionDecl *F) {
  if (F->isDependentContext() ||
      !includesHeader(AstBuilder(CI.getASTContext())))
    return;
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      checkInitializer(CI, Initializer->getInit());
  Stmt *Body = F->getBody();
  if (auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body))
    return checkCoroutine(CI, Coroutine);
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
    return R.rewriteOperand(Block);
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
  if (!includesHeader(AstBuilder(CI.getASTContext())))
    return;
  auto *Block = dyn_cast_or_null<CompoundStmt>(Region->getBody());
  if (!isDeferClosure(Block))
    return;
  Rewriter R(CI, Region);
  CompoundStmt *User = userBlock(Block);
  if (!User)
    return R.rewriteOperand(Block);
  Block->body_begin()[1] = R.rewriteBlock(User);
}

} // namespace deferc
