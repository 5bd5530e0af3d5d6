//===- WordUse.cpp - What a word of defer.h is used as --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words/WordUse.h"

#include "clang/Lex/Token.h"

using namespace clang;

namespace deferc {
namespace {

constexpr Word Words[] = {
    {"defer", WordKind::Statement, "begins a defer statement", "_DeferC"},
    {"defer_result", WordKind::Result, "declares the result of a function",
     "_DeferC_result"},
    {"defer_fault_panics", WordKind::Faults, "makes faults of a function panic",
     "_DeferC_fault_panics"},
    {"defer_no_fault_panics", WordKind::Faults,
     "leaves faults of a function to the system", "_DeferC_no_fault_panics"},
    {"panic", WordKind::Call, "starts a panic", "deferc_panic"},
    {"panicf", WordKind::Call, "starts a panic", "deferc_panicf"},
    {"recover", WordKind::Call, "stops a panic", "deferc_recover"},
    {"goexit", WordKind::Call, "ends the thread", "deferc_goexit"},
};

/// A name, a keyword or `::`.
bool isWordLike(const Token &T) {
  return T.is(tok::coloncolon) || T.isAnnotation() ||
         (!T.isLiteral() && T.getIdentifierInfo());
}

bool mayBeginOperand(const Token &T) {
  switch (T.getKind()) {
  case tok::l_brace:
  case tok::l_paren:
  case tok::star:
  case tok::amp:
  case tok::plus:
  case tok::minus:
  case tok::plusplus:
  case tok::minusminus:
  case tok::exclaim:
  case tok::tilde:
  case tok::caret:
  case tok::at:
  case tok::eof:
  case tok::code_completion:
    return true;
  default:
    return isWordLike(T) || T.isLiteral();
  }
}

/// Whether `defer`, in a program that has such a name, is called or is the type
/// of a declaration: `defer(x)`, `defer Lock;`.
bool isNameAgain(const Token &Next, const Token &After) {
  return Next.isOneOf(tok::l_paren, tok::coloncolon) ||
         (Next.is(tok::identifier) &&
          After.isOneOf(tok::semi, tok::equal, tok::comma, tok::l_brace));
}

WordUse judgeStatement(const WordSite &Site) {
  const Token &Next = Site.Next, &After = Site.After;
  if (Next.isOneOf(tok::r_brace, tok::r_paren, tok::r_square))
    return WordUse::WithoutOperand;
  bool IsPostfix =
      Next.isOneOf(tok::plusplus, tok::minusminus) && !mayBeginOperand(After);
  if (IsPostfix || (Site.IsUsedAsName && isNameAgain(Next, After)))
    return WordUse::Name;
  return mayBeginOperand(Next) || Next.is(tok::semi) ||
                 (Next.is(tok::l_square) && Site.AllowsLambdas)
             ? WordUse::Meant
             : WordUse::Name;
}

/// Judges a `defer` where no statement can begin. It is a name unless the next
/// token is a word, since two names in a row make no sense there.
bool isDeferAName(const WordSite &Site) {
  const TokenPlace &Place = Site.Place;
  const Token &Next = Site.Next;
  if (Next.isOneOf(tok::kw_asm, tok::kw___attribute))
    return true;
  if (Next.is(tok::l_brace))
    return Place.followsBuiltinType() || Place.isClassHead() ||
           Place.previous() == tok::identifier ||
           (Place.isOutsideFunction() && !Place.isInitializer());
  if (!isWordLike(Next))
    return true;
  // The program has a type of that name, and no expression must stand here.
  return Site.IsUsedAsName &&
         (Next.is(tok::coloncolon) ||
          (!Place.isInitializer() && Place.previous() != tok::kw_return &&
           Place.previous() != tok::r_paren));
}

WordUse judgeDefer(const WordSite &Site) {
  const TokenPlace &Place = Site.Place;
  if (Place.isName() || Site.Next.is(tok::eod))
    return WordUse::Name;
  if (Place.mayBeginStatement())
    return judgeStatement(Site);
  if (Place.mayBeginDeclaration() && !Site.IsUsedAsName)
    return WordUse::OutsideFunction;
  if (isDeferAName(Site))
    return WordUse::Name;
  return Place.isOutsideFunction() ? WordUse::OutsideFunction
                                   : WordUse::NotStatement;
}

/// A word that is an attribute stands in front of a declaration, or within one
/// in front of a word, `*` or `&`. An attribute of a function may also follow
/// the parameters.
bool isAttributeAName(const WordSite &Site, bool IsOfFunction) {
  if (Site.Place.isName())
    return true;
  if (isWordLike(Site.Next))
    return false;
  if (Site.Next.isOneOf(tok::star, tok::amp, tok::ampamp))
    return Site.IsUsedAsName;
  switch (Site.Place.previous()) {
  case tok::r_paren:
  case tok::r_square:
  case tok::kw_const:
  case tok::kw_volatile:
  case tok::kw_mutable:
  case tok::kw_noexcept:
    return !IsOfFunction;
  default:
    return true;
  }
}

/// A word that is called is a name where a name is declared or a member is
/// named. Once the program has declared a function of that name, each use means
/// that function.
bool isCallAName(const WordSite &Site) {
  const TokenPlace &Place = Site.Place;
  return Site.IsUsedAsName || Place.isName() || Place.followsBuiltinType() ||
         (Place.isOutsideFunction() && !Place.isInitializer());
}

} // namespace

const Word *findWord(llvm::StringRef Name) {
  for (const Word &W : Words)
    if (W.Name == Name)
      return &W;
  return nullptr;
}

WordUse judge(const Word &W, const WordSite &Site) {
  bool IsName;
  switch (W.Kind) {
  case WordKind::Statement:
    return judgeDefer(Site);
  case WordKind::Result:
  case WordKind::Faults:
    IsName = isAttributeAName(Site, W.Kind == WordKind::Faults);
    break;
  case WordKind::Call:
    IsName = isCallAName(Site);
    break;
  }
  return IsName ? WordUse::Name : WordUse::Meant;
}

} // namespace deferc
