//===- DeferPragma.cpp - The tokens of a defer statement ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements DeferPragma.h.
///
/// Under `-E` the text must compile again, so the handler injects nothing: it
/// prints the pragma and the word as they stand.
///
//===----------------------------------------------------------------------===//

#include "Words/DeferPragma.h"

#include "Words/OperandEnd.h"
#include "Words/RedefinedWords.h"
#include "Words/TokenList.h"
#include "Words/TokenWatcher.h"
#include "Words/WordUse.h"

#include "Messages/Diagnostics.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace deferc {
namespace {

/// The word that follows the pragma in `defer`'s expansion.
constexpr llvm::StringLiteral Marker = "__deferc_defer";

/// What the handler knows of the text that this thread reads.
struct TextState {
  bool Reading = false;  ///< Defer statements are lowered, not printed.
  bool Skipping = false; ///< Reads the operand of a `defer` that is refused.
  llvm::SmallPtrSet<const Word *, 4> Names; ///< Words used as names.
};
thread_local TextState State;

TokenPlace &place() { return TokenWatcher::ofThread().Place; }

/// The place of the word \p W as the user wrote it. \p Loc, the pragma's place,
/// leads out of the text of the `_Pragma`, and then out of the word's own
/// macro, but not out of a macro of the user's.
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

/// Reads a token that the caller enters again, without expanding macros. A
/// token that names a macro whose expansion is going on is never expanded:
/// reading ahead may end that expansion, so the token is marked now.
void readAhead(Preprocessor &PP, Token &T) {
  PP.LexUnexpandedToken(T);
  if (T.isAnnotation() || T.isLiteral() || !T.getIdentifierInfo())
    return;
  const MacroInfo *Macro = PP.getMacroInfo(T.getIdentifierInfo());
  if (Macro && !Macro->isEnabled())
    T.setFlag(Token::DisableExpand);
}

/// Leaves out the operand of a `defer` that is refused where no expression can
/// stand. The operand begins with \p T and ends at its `;`, or at the end of a
/// block or of what looks like a function's body.
void skipOperand(Preprocessor &PP, SourceLocation Loc, Token T) {
  llvm::SaveAndRestore Skip(State.Skipping, true);
  OperandEnd End;
  while (!T.isOneOf(tok::eof, tok::eod)) {
    bool Ends = End.see(T);
    if (T.is(tok::semi) && Ends)
      return;
    if (T.isNot(tok::r_brace) || End.isInBrackets()) {
      PP.Lex(T);
      continue;
    }
    if (Ends && !End.isBlock())
      break;   // The brace that ends the class or namespace.
    PP.Lex(T); // The operand goes on behind a brace in `S{1}.f();`.
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
    PP.LexUnexpandedToken(T); // The word. Ignore pragmas with any other.
    const Word *W = T.is(tok::identifier)
                        ? findWord(T.getIdentifierInfo()->getName())
                        : nullptr;
    while (T.isNot(tok::eod))
      PP.LexUnexpandedToken(T);
    if (!W)
      return;
    SourceLocation Loc = placeOfWord(PP, *W, Introducer.getLocation());
    if (PP.isParsingIfOrElifDirective()) // A name counts as 0 there.
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
    return deferc::judge(W, {place(), Next, After, State.Names.contains(&W),
                             Opts.CPlusPlus || Opts.ObjC});
  }

  static void handleStatement(Preprocessor &PP, const Word &W,
                              SourceLocation Loc, Token Next) {
    if (Next.is(tok::identifier) && Next.getIdentifierInfo()->isStr(Marker))
      readAhead(PP, Next);
    // Read a second token only when the first one does not settle the use.
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
      return TokenWatcher::ofThread().openDefer(Loc);
    case WordUse::Name:
      return useAsName(PP, W, Loc);
    case WordUse::WithoutOperand:
      report(PP.getDiagnostics(), Loc, Diag::OperandNotCall);
      TokenList(PP, Loc).add(tok::semi).enter();
      place().seeSemicolon();
      return;
    case WordUse::NotStatement: // Clang reads the operand without `defer`.
      report(PP.getDiagnostics(), Loc, Diag::DeferNotStatement);
      return;
    case WordUse::OutsideFunction:
      llvm_unreachable("handled above");
    }
  }

  /// Leaves out a defer statement outside of functions. When it stands amid a
  /// declaration, a `;` takes its place and ends the declaration.
  static void leaveOut(Preprocessor &PP, SourceLocation Loc,
                       const Token &Next) {
    report(PP.getDiagnostics(), Loc, Diag::DeferOutsideFunction);
    bool Begins = place().mayBeginDeclaration();
    skipOperand(PP, Loc, Next);
    if (!Begins)
      TokenList(PP, Loc).add(tok::semi).enter();
  }

  /// Reads the attribute that the word expands to, since the token behind the
  /// attribute tells how the word is used.
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

  /// \p Next is the macro that the word expands to, or its expansion when the
  /// word stands in an argument of another macro.
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

  /// Reports that the word is used as a name, and injects that name. A word
  /// that is called is reported once, where it is declared.
  static void useAsName(Preprocessor &PP, const Word &W, SourceLocation Loc) {
    if (State.Names.insert(&W).second || W.Kind != WordKind::Call)
      reportAsName(PP, W, Loc);
    TokenList(PP, Loc).addName(W.Name).enter();
    place().seeName();
  }

  /// Prints the pragma again, in a line of its own, and then the number of the
  /// line it stood in. The text is the spelling of an identifier, since that is
  /// what every printer of tokens prints unchanged.
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
  State = TextState();
  State.Reading = true;
  watchRedefinedWords(PP);
  TokenWatcher::ofThread().start(PP);
}

} // namespace deferc
