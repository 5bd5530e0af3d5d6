//===- DeferPragma.cpp - The tokens of a defer statement ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements DeferPragma.h. See there for the shape of what is injected.
///
/// Under `-E` nothing may be injected, since the text must compile again: the
/// handler then prints the pragma and the word as they stand, and a plain
/// compiler stops at the word.
///
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/DeferPragma.h"

#include "TokenList.h"

#include "deferc/Frontend/Diagnostics.h"

#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"

#include <vector>

using namespace clang;

namespace deferc {
namespace {

/// The word that follows the pragma in `defer`'s expansion.
constexpr llvm::StringLiteral Word = "__deferc_defer";

/// A defer statement whose operand is being read.
struct OpenDefer {
  unsigned Depth = 0;   ///< Brackets open since the operand began.
  bool Started = false; ///< Its first token was seen.
  bool IsBlock = false; ///< Its first token was `{`.
  bool IsQuiet = false; ///< C++20's captures are not warned about inside.
  /// Names behind a `&&` that may take a label's address, and those of labels here.
  llvm::SmallVector<IdentifierInfo *, 1> AddressedLabels, OwnLabels;
};

/// What an open bracket holds.
enum class Bracket { Code, Declarations, Other };

/// What the watcher knows of the text that is being read. A thread reads one at a
/// time; a module that is built on the way is read on a thread of its own.
struct TokenState {
  bool Reading = false;  ///< Defer statements are lowered, not printed.
  bool Watching = false; ///< The watcher is installed.
  bool Tracking = false; ///< It has seen all tokens, so Brackets holds.
  std::vector<OpenDefer> Open;
  std::vector<Bracket> Brackets;
  tok::TokenKind Previous = tok::semi, BeforePrevious = tok::semi;
  IdentifierInfo *PreviousName = nullptr;
  /// Since the last `;`, `{` or `}`: what tells the body of a namespace or a class
  /// from a function's.
  bool SawNamespace = false, SawClassKey = false, SawParenthesis = false;
  Preprocessor *PP = nullptr;
};
thread_local TokenState State;

/// The place of the word `defer` as the user wrote it: out of the text of the
/// `_Pragma`, then out of the macro `defer` itself, but not out of the user's
/// own macros.
SourceLocation placeOfKeyword(Preprocessor &PP, SourceLocation Loc) {
  SourceManager &SM = PP.getSourceManager();
  if (!Loc.isMacroID())
    return Loc;
  Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  if (!Loc.isMacroID())
    return Loc;
  llvm::StringRef Macro =
      Lexer::getImmediateMacroName(Loc, SM, PP.getLangOpts());
  if (Macro == "defer" || Macro == "_DeferC")
    Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  return Loc;
}

/// The closure is ours: that it captures structured bindings, which C++17 lambdas
/// do not, is nobody's business.
void allowBindings(OpenDefer &D, SourceLocation Loc) {
  const LangOptions &Opts = State.PP->getLangOpts();
  if (!Opts.CPlusPlus17 || Opts.CPlusPlus20)
    return;
  DiagnosticsEngine &Diags = State.PP->getDiagnostics();
  Loc = State.PP->getSourceManager().getExpansionLoc(Loc);
  Diags.pushMappings(Loc);
  Diags.setSeverity(diag::ext_capture_binding, diag::Severity::Ignored, Loc);
  D.IsQuiet = true;
}

void endAllowBindings(const OpenDefer &D, SourceLocation Loc) {
  if (D.IsQuiet)
    State.PP->getDiagnostics().popMappings(
        State.PP->getSourceManager().getExpansionLoc(Loc));
}

bool isOutsideFunction() {
  return State.Brackets.empty() ||
         State.Brackets.back() == Bracket::Declarations;
}

/// Whether a statement can begin here, as far as the tokens before tell: what
/// else is wrong the checks on the syntax tree find.
bool mayBeginStatement() {
  if (!State.Tracking)
    return true;
  if (State.Brackets.empty() || State.Brackets.back() != Bracket::Code)
    return false;
  switch (State.Previous) {
  case tok::l_brace:
  case tok::r_brace:
  case tok::r_paren:
  case tok::r_square:
  case tok::semi:
  case tok::colon:
  case tok::kw_else:
  case tok::kw_do:
    return true;
  default:
    return false;
  }
}

void injectOpening(Preprocessor &PP, SourceLocation Loc, const Token *Next) {
  TokenList List(PP, Loc);
  if (PP.getLangOpts().CPlusPlus)
    List.add(tok::l_square)
        .add(tok::amp)
        .add(tok::r_square)
        .add(tok::l_paren)
        .add(tok::r_paren)
        .add(tok::arrow)
        .add(tok::kw_void);
  else
    List.addAnnotation(tok::annot_pragma_captured);
  List.add(tok::l_brace)
      .addName("__deferc_form")
      .add(tok::l_paren)
      .add(tok::r_paren)
      .add(tok::semi);
  if (Next)
    List.addToken(*Next);
  List.enter();
}

/// The labels of the function are not those of the closure. In the place of each that
/// the operand names, the closure gets one; the rewriter finds the right one.
void injectLabels(TokenList &List, const OpenDefer &D) {
  llvm::SmallPtrSet<IdentifierInfo *, 4> Known(D.OwnLabels.begin(), D.OwnLabels.end());
  for (IdentifierInfo *Name : D.AddressedLabels)
    if (Known.insert(Name).second)
      List.addName(Name->getName())
          .add(tok::colon)
          .add(tok::kw___attribute)
          .add(tok::l_paren)
          .add(tok::l_paren)
          .addName("unused")
          .add(tok::r_paren)
          .add(tok::r_paren)
          .add(tok::semi);
}

void injectClosing(Preprocessor &PP, SourceLocation Loc, const OpenDefer &D) {
  TokenList List(PP, Loc);
  if (!D.IsBlock)
    injectLabels(List, D);
  List.add(tok::r_brace);
  if (PP.getLangOpts().CPlusPlus)
    List.add(tok::l_paren).add(tok::r_paren).add(tok::semi);
  List.enter();
}

void forgetStatement() {
  State.SawNamespace = State.SawClassKey = State.SawParenthesis = false;
}

Bracket kindOfBrace() {
  bool Declares = State.SawNamespace || State.Previous == tok::string_literal ||
                  (State.SawClassKey && !State.SawParenthesis);
  return Declares ? Bracket::Declarations : Bracket::Code;
}

void trackBrackets(const Token &T) {
  switch (T.getKind()) {
  case tok::l_brace:
    State.Brackets.push_back(kindOfBrace());
    return forgetStatement();
  case tok::l_paren:
    State.SawParenthesis = true;
    [[fallthrough]];
  case tok::l_square:
    State.Brackets.push_back(Bracket::Other);
    return;
  case tok::r_brace:
    forgetStatement();
    [[fallthrough]];
  case tok::r_paren:
  case tok::r_square:
    if (!State.Brackets.empty())
      State.Brackets.pop_back();
    return;
  case tok::semi:
    return forgetStatement();
  case tok::equal: // What follows is a value: a class or a parameter has been named.
    State.SawClassKey = false;
    return;
  case tok::kw_namespace:
    State.SawNamespace = true;
    return;
  case tok::kw_class:
  case tok::kw_struct:
  case tok::kw_union:
    // `<class T` and `, class U` name parameters of a template.
    if (State.Previous != tok::less && State.Previous != tok::comma)
      State.SawClassKey = true;
    return;
  default:
    return;
  }
}

/// Whether \p T is the last token of the innermost open defer's operand.
bool endsOperand(OpenDefer &D, const Token &T) {
  if (!D.Started) {
    D.Started = true;
    D.IsBlock = T.is(tok::l_brace);
  }
  if (T.isOneOf(tok::l_paren, tok::l_square, tok::l_brace)) {
    ++D.Depth;
    return false;
  }
  if (T.isOneOf(tok::r_paren, tok::r_square, tok::r_brace)) {
    if (D.Depth == 0) // An unbalanced bracket; the parser reports it.
      return T.is(tok::r_brace);
    return --D.Depth == 0 && D.IsBlock;
  }
  return T.is(tok::semi) && D.Depth == 0;
}

/// Whether a `&&` behind \p Kind may begin an operand: behind a `)` it does if that
/// ends a cast.
bool mayPrecedeOperand(tok::TokenKind Kind) {
  return Kind == tok::kw_return ||
         (tok::getPunctuatorSpelling(Kind) && Kind != tok::r_square);
}

/// Takes note of `&&x` and of `x:` in an operand. One name too many does no harm.
void noteLabels(OpenDefer &D, const Token &T) {
  if (T.is(tok::identifier) && State.Previous == tok::ampamp &&
      mayPrecedeOperand(State.BeforePrevious))
    D.AddressedLabels.push_back(T.getIdentifierInfo());
  bool BeginsStatement = llvm::is_contained(
      {tok::semi, tok::l_brace, tok::r_brace, tok::r_paren, tok::colon},
      State.BeforePrevious);
  if (T.is(tok::colon) && State.PreviousName && BeginsStatement)
    D.OwnLabels.push_back(State.PreviousName);
}

void watchToken(const Token &T) {
  trackBrackets(T);
  if (!State.Open.empty())
    noteLabels(State.Open.back(), T);
  State.BeforePrevious = State.Previous;
  State.Previous = T.getKind();
  State.PreviousName = T.is(tok::identifier) ? T.getIdentifierInfo() : nullptr;
  if (State.Open.empty())
    return;
  if (T.is(tok::eof)) {
    State.Open.clear();
    return;
  }
  bool First = true;
  while (!State.Open.empty()) {
    OpenDefer &D = State.Open.back();
    // A defer whose operand is another defer ends with it.
    bool Ends = First ? endsOperand(D, T) : !D.Started;
    if (!Ends)
      return;
    First = false;
    endAllowBindings(D, T.getLocation());
    OpenDefer Ended = std::move(D);
    State.Open.pop_back();
    injectClosing(*State.PP, T.getLocation(), Ended);
  }
}

void startWatching() {
  State.Watching = true;
  State.PP->setPreprocessToken(false); // Coverage asks for inner tokens too.
  State.PP->setTokenWatcher(watchToken);
}

class DeferPragmaHandler : public PragmaHandler {
public:
  DeferPragmaHandler() : PragmaHandler("deferc") {}

  void HandlePragma(Preprocessor &PP, PragmaIntroducer,
                    Token &Introducer) override {
    Token T;
    PP.LexUnexpandedToken(T); // `defer`; other words are not ours
    bool Known = T.is(tok::identifier) && (T.getIdentifierInfo()->isStr("defer"));
    while (T.isNot(tok::eod))
      PP.LexUnexpandedToken(T);
    if (!Known)
      return;
    SourceLocation Loc = placeOfKeyword(PP, Introducer.getLocation());
    if (PP.isPreprocessedOutput() || !State.Reading)
      return printAsIs(PP, Loc);
    if (!State.Watching)
      startWatching();

    Token Next;
    PP.LexUnexpandedToken(Next);
    bool IsWord = Next.is(tok::identifier) && Next.getIdentifierInfo() &&
                  Next.getIdentifierInfo()->getName() == Word;
    if (!mayBeginStatement())
      return reject(PP, Loc, Next, IsWord);
    State.Open.push_back({});
    allowBindings(State.Open.back(), Loc);
    injectOpening(PP, Loc, IsWord ? nullptr : &Next);
    State.Previous = tok::semi;
  }

private:
  /// Reports the word and leaves it out: the operand is then read as it stands,
  /// or skipped where no expression can stand.
  static void reject(Preprocessor &PP, SourceLocation Loc, const Token &Next,
                     bool IsWord) {
    bool Outside = isOutsideFunction();
    report(PP.getDiagnostics(), Loc,
           Outside ? Diag::DeferOutsideFunction : Diag::DeferNotStatement);
    if (!Outside) {
      if (!IsWord)
        TokenList(PP, Loc).addToken(Next).enter();
      return;
    }
    Token T = Next;
    OpenDefer Operand;
    if (IsWord)
      PP.Lex(T);
    while (T.isNot(tok::eof) && !endsOperand(Operand, T))
      PP.Lex(T);
    TokenList(PP, T.getLocation()).add(tok::semi).enter();
  }

  /// Prints the pragma again, in a line of its own, with the line it stood in:
  /// the text is handed on as the spelling of an identifier, the one thing that
  /// every printer of tokens prints unchanged.
  static void printAsIs(Preprocessor &PP, SourceLocation Loc) {
    PresumedLoc Where = PP.getSourceManager().getPresumedLoc(Loc);
    std::string Text = "\n#pragma deferc defer\n";
    if (Where.isValid())
      Text += "# " + std::to_string(Where.getLine()) + " \"" +
              Lexer::Stringify(Where.getFilename()) + "\"\n";
    TokenList(PP, Loc).addName(Text).enter();
  }
};

PragmaHandlerRegistry::Add<DeferPragmaHandler>
    Handler("deferc", "the pragma behind `defer`");

} // namespace

void watchDeferTokens(CompilerInstance &CI) {
  State = TokenState();
  State.Reading = true;
  State.PP = &CI.getPreprocessor();
  // A preprocessor has one watcher, and coverage mapping needs it for skipped
  // text: there ours waits for the first defer statement.
  if (CI.getCodeGenOpts().CoverageMapping)
    return;
  State.Tracking = true;
  startWatching();
}

} // namespace deferc
