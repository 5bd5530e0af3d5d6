//===- DeferPragma.cpp - The tokens of a defer statement ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
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

#include "Words/DeferPragma.h"

#include "Words/OperandLabels.h"
#include "Words/RedefinedWords.h"
#include "Words/TokenList.h"
#include "Words/WordUse.h"

#include "Messages/Diagnostics.h"

#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/SaveAndRestore.h"

#include <vector>

using namespace clang;

namespace deferc {
namespace {

/// The word that follows the pragma in `defer`'s expansion.
constexpr llvm::StringLiteral Marker = "__deferc_defer";

/// Names members of Clang's preprocessor, which has one token watcher and no
/// way to ask for it: coverage mapping has set its own, to know where skipped
/// text ends, and wants the tokens inside of directives too.
template <auto Watcher, auto Level> struct MembersOfPreprocessor {
  friend auto &watcherOf(Preprocessor &PP) { return PP.*Watcher; }
  friend unsigned levelOf(const Preprocessor &PP) { return PP.*Level; }
};
auto &watcherOf(Preprocessor &PP);
unsigned levelOf(const Preprocessor &PP);
template struct MembersOfPreprocessor<&Preprocessor::OnToken,
                                      &Preprocessor::LexLevel>;

/// A defer statement whose operand is being read.
struct OpenDefer {
  SourceLocation Loc;   ///< The word.
  unsigned Depth = 0;   ///< Brackets open since the operand began.
  bool Started = false; ///< Its first token was seen.
  bool IsBlock = false; ///< Its first token was `{`.
  bool IsQuiet = false; ///< C++20's captures are not warned about inside.
  OperandLabels Labels;
};

/// What the watcher knows of the text that is being read. A thread reads one at
/// a time; a module that is built on the way is read on a thread of its own.
struct TokenState {
  bool Reading = false;  ///< Defer statements are lowered, not printed.
  bool Skipping = false; ///< The operand is read of a `defer` that is refused.
  std::vector<OpenDefer> Open;
  TokenPlace Place;
  llvm::SmallPtrSet<const Word *, 4> Names; ///< Words used as names.
  Preprocessor *PP = nullptr;
};
thread_local TokenState State;

/// The place of the word \p W as the user wrote it: out of the text of the
/// `_Pragma`, then out of the word's own macro, but not out of the user's
/// macros.
SourceLocation placeOfWord(Preprocessor &PP, const Word &W,
                           SourceLocation Loc) {
  SourceManager &SM = PP.getSourceManager();
  if (!Loc.isMacroID())
    return Loc;
  Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  if (!Loc.isMacroID())
    return Loc;
  llvm::StringRef Macro =
      Lexer::getImmediateMacroName(Loc, SM, PP.getLangOpts());
  if (Macro == W.Name || Macro == W.Other)
    Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  return Loc;
}

/// The closure is ours: that it captures structured bindings, which C++17
/// lambdas do not, is nobody's business.
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

void injectOpening(Preprocessor &PP, SourceLocation Loc) {
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
      .addName(FormFunction)
      .add(tok::l_paren)
      .add(tok::r_paren)
      .add(tok::semi);
  List.enter();
}

void injectClosing(Preprocessor &PP, SourceLocation Loc, const OpenDefer &D) {
  TokenList List(PP, Loc);
  if (!D.IsBlock)
    D.Labels.addTo(List);
  List.add(tok::r_brace);
  if (PP.getLangOpts().CPlusPlus)
    List.add(tok::l_paren).add(tok::r_paren).add(tok::semi);
  List.enter();
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

void watchToken(const Token &T) {
  State.Place.see(T);
  if (State.Open.empty())
    return;
  if (T.is(tok::eof)) {
    report(State.PP->getDiagnostics(), State.Open.front().Loc,
           Diag::OperandUnfinished);
    State.Open.clear();
    return;
  }
  State.Open.back().Labels.see(T);
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

/// Reads a token that is entered again: not expanded now, and never where its
/// own macro is being expanded. To read on ends that expansion, after which the
/// token would begin another.
void readAhead(Preprocessor &PP, Token &T) {
  PP.LexUnexpandedToken(T);
  if (T.isAnnotation() || T.isLiteral() || !T.getIdentifierInfo())
    return;
  const MacroInfo *Macro = PP.getMacroInfo(T.getIdentifierInfo());
  if (Macro && !Macro->isEnabled())
    T.setFlag(Token::DisableExpand);
}

/// Leaves out the operand of a `defer` that is refused where no expression can
/// stand, from \p T on: up to its `;`, or to the end of a block or of what
/// looks like a function's body.
void skipOperand(Preprocessor &PP, SourceLocation Loc, Token T) {
  llvm::SaveAndRestore Skip(State.Skipping, true);
  OpenDefer Operand;
  while (!T.isOneOf(tok::eof, tok::eod)) {
    bool Ends = endsOperand(Operand, T);
    if (T.is(tok::semi) && Ends)
      return;
    if (T.isNot(tok::r_brace) || Operand.Depth) {
      PP.Lex(T);
      continue;
    }
    if (Ends && !Operand.IsBlock)
      break;   // The brace that ends the class or namespace.
    PP.Lex(T); // Behind a brace an operand may go on: `S{1}.f();`
    if (T.is(tok::semi))
      return;
    if (!T.isOneOf(tok::period, tok::l_paren))
      break;
  }
  TokenList(PP, Loc).addToken(T).enterAgain();
}

class DeferPragmaHandler : public PragmaHandler {
public:
  DeferPragmaHandler() : PragmaHandler("deferc") {}

  void HandlePragma(Preprocessor &PP, PragmaIntroducer,
                    Token &Introducer) override {
    Token T;
    PP.LexUnexpandedToken(T); // One of the words; others are not ours.
    const Word *W = T.is(tok::identifier)
                        ? findWord(T.getIdentifierInfo()->getName())
                        : nullptr;
    while (T.isNot(tok::eod))
      PP.LexUnexpandedToken(T);
    if (!W)
      return;
    SourceLocation Loc = placeOfWord(PP, *W, Introducer.getLocation());
    if (PP.isParsingIfOrElifDirective()) // What follows counts as 0 there.
      return reportAsName(PP, *W, Loc);
    if (PP.isPreprocessedOutput() || !State.Reading)
      return printAsIs(PP, *W, Loc);
    if (State.Skipping)
      return;
    Token Next;
    readAhead(PP, Next);
    // In preprocessed text the pragma has a line of its own.
    if (Introducer.getLocation().isFileID())
      Loc = Next.getLocation();
    switch (W->Kind) {
    case WordKind::Statement:
      return handleStatement(PP, *W, Loc, Next);
    case WordKind::Result:
    case WordKind::Faults:
      return handleAttribute(PP, *W, Loc, Next);
    case WordKind::Call:
      return handleCall(PP, *W, Loc, Next);
    }
  }

private:
  static WordUse judge(Preprocessor &PP, const Word &W, const Token &Next,
                       const Token &After) {
    const LangOptions &Opts = PP.getLangOpts();
    return deferc::judge(W, {State.Place, Next, After, State.Names.contains(&W),
                             Opts.CPlusPlus || Opts.ObjC});
  }

  static void handleStatement(Preprocessor &PP, const Word &W,
                              SourceLocation Loc, Token Next) {
    if (Next.is(tok::identifier) && Next.getIdentifierInfo()->isStr(Marker))
      readAhead(PP, Next);
    // A second token only behind one that leaves the question open.
    Token After = Next;
    bool IsOpen = Next.isOneOf(tok::identifier, tok::plusplus, tok::minusminus);
    if (IsOpen)
      readAhead(PP, After);
    WordUse Use = judge(PP, W, Next, After);
    if (IsOpen)
      TokenList(PP, Loc).addToken(After).enterAgain();
    if (Use == WordUse::OutsideFunction)
      return leaveOut(PP, Loc, Next);
    TokenList(PP, Loc).addToken(Next).enterAgain();
    switch (Use) {
    case WordUse::Meant:
      State.Open.push_back({});
      State.Open.back().Loc = Loc;
      allowBindings(State.Open.back(), Loc);
      injectOpening(PP, Loc);
      State.Place.seeSemicolon();
      return;
    case WordUse::Name:
      return useAsName(PP, W, Loc);
    case WordUse::WithoutOperand:
      report(PP.getDiagnostics(), Loc, Diag::OperandNotCall);
      TokenList(PP, Loc).add(tok::semi).enter();
      State.Place.seeSemicolon();
      return;
    case WordUse::NotStatement: // The operand is read as it stands.
      report(PP.getDiagnostics(), Loc, Diag::DeferNotStatement);
      return;
    case WordUse::OutsideFunction:
      llvm_unreachable("handled above");
    }
  }

  /// Leaves out a statement where no function is. In a declaration that has
  /// begun an empty one takes its place.
  static void leaveOut(Preprocessor &PP, SourceLocation Loc,
                       const Token &Next) {
    report(PP.getDiagnostics(), Loc, Diag::DeferOutsideFunction);
    bool Begins = State.Place.mayBeginDeclaration();
    skipOperand(PP, Loc, Next);
    if (!Begins)
      TokenList(PP, Loc).add(tok::semi).enter();
  }

  /// Reads the attribute that the word stands for, to see what follows.
  static void handleAttribute(Preprocessor &PP, const Word &W,
                              SourceLocation Loc, Token T) {
    TokenList Attribute(PP, Loc);
    if (T.isNot(tok::kw___attribute))
      return TokenList(PP, Loc).addToken(T).enterAgain();
    Attribute.addToken(T);
    readGroup(PP, T, &Attribute);
    readAhead(PP, T);
    TokenList(PP, Loc).addToken(T).enterAgain();
    if (judge(PP, W, T, T) == WordUse::Name)
      useAsName(PP, W, Loc);
    else
      Attribute.enterAgain();
  }

  /// What follows is the macro behind the word, or in an argument of another
  /// macro what that one stands for.
  static void handleCall(Preprocessor &PP, const Word &W, SourceLocation Loc,
                         Token Next) {
    if (judge(PP, W, Next, Next) != WordUse::Name)
      return TokenList(PP, Loc).addToken(Next).enterAgain();
    const IdentifierInfo *Behind = Next.getIdentifierInfo();
    bool IsRecover = Behind && Behind->isStr("__deferc_recover");
    if (IsRecover || Next.is(tok::kw__Generic))
      readGroup(PP, Next, nullptr);
    if (IsRecover)
      TokenList(PP, Loc).add(tok::l_paren).add(tok::r_paren).enter();
    useAsName(PP, W, Loc);
  }

  /// Reads what is in the parentheses that come next, and adds it to \p List.
  static void readGroup(Preprocessor &PP, Token &T, TokenList *List) {
    unsigned Depth = 0;
    do {
      readAhead(PP, T);
      Depth += T.is(tok::l_paren);
      Depth -= T.is(tok::r_paren);
      if (List)
        List->addToken(T);
    } while (Depth && !T.isOneOf(tok::eof, tok::eod));
  }

  static void reportAsName(Preprocessor &PP, const Word &W,
                           SourceLocation Loc) {
    report(PP.getDiagnostics(), Loc, Diag::WordAsName)
        << W.Name << W.Meaning << W.Other;
  }

  /// Reports the word, and goes on with the name that was meant. Of a word that
  /// is called, only the declaration is reported.
  static void useAsName(Preprocessor &PP, const Word &W, SourceLocation Loc) {
    if (State.Names.insert(&W).second || W.Kind != WordKind::Call)
      reportAsName(PP, W, Loc);
    TokenList(PP, Loc).addName(W.Name).enter();
    State.Place.seeName();
  }

  /// Prints the pragma again, in a line of its own, with the line it stood in:
  /// the text is handed on as the spelling of an identifier, the one thing that
  /// every printer of tokens prints unchanged.
  static void printAsIs(Preprocessor &PP, const Word &W, SourceLocation Loc) {
    PresumedLoc Where = PP.getSourceManager().getPresumedLoc(Loc);
    std::string Text = ("\n#pragma deferc " + W.Name + "\n").str();
    if (Where.isValid())
      Text += "# " + std::to_string(Where.getLine()) + " \"" +
              Lexer::Stringify(Where.getFilename()) + "\"\n";
    TokenList(PP, Loc).addName(Text).enter();
  }
};

PragmaHandlerRegistry::Add<DeferPragmaHandler>
    Handler("deferc", "the pragma behind the words of defer.h");

} // namespace

void watchDeferTokens(CompilerInstance &CI) {
  Preprocessor &PP = CI.getPreprocessor();
  State = TokenState();
  State.Reading = true;
  State.PP = &PP;
  watchRedefinedWords(PP);
  PP.setTokenWatcher(
      [&PP, Earlier = std::move(watcherOf(PP))](const Token &T) mutable {
        if (Earlier)
          Earlier(T);
        if (levelOf(PP) == 0)
          watchToken(T);
      });
}

} // namespace deferc
