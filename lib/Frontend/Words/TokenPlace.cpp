//===- TokenPlace.cpp - What may begin at the next token ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements TokenPlace.h with a stack of the open brackets, and with notes on
/// what has been seen since the last `;`, `{` or `}`. The notes tell the body
/// of a class from the body of a function.
///
//===----------------------------------------------------------------------===//

#include "Words/TokenPlace.h"

#include "clang/Lex/Token.h"

using namespace clang;

namespace deferc {

void TokenPlace::forgetStatement() {
  SawNamespace = SawClassKey = SawEnum = SawParenthesis = SawEqual = false;
  Questions = 0;
}

TokenPlace::Bracket TokenPlace::kindOfBrace() const {
  if (Previous == tok::equal || Previous == tok::comma ||
      Previous == tok::kw_return)
    return Bracket::Other;
  if (SawNamespace || Previous == tok::string_literal) // extern "C"
    return Bracket::Namespace;
  if (SawParenthesis || SawEqual)
    return Bracket::Code; // The body of a function or a lambda.
  if (SawEnum)
    return Bracket::Other;
  return SawClassKey ? Bracket::Class : Bracket::Code;
}

TokenPlace::Bracket TokenPlace::kindOfParenthesis() const {
  switch (Previous) {
  case tok::kw_if:
  case tok::kw_constexpr:
  case tok::kw_while:
  case tok::kw_for:
  case tok::kw_switch:
    return Bracket::Header;
  case tok::kw___attribute:
    return FreshAttribute ? Bracket::Header : Bracket::Other;
  default:
    return Bracket::Other;
  }
}

void TokenPlace::open(tok::TokenKind Kind) {
  switch (Kind) {
  case tok::l_brace: {
    Bracket Brace = kindOfBrace();
    Brackets.push_back(Brace);
    Fresh = Brace != Bracket::Other;
    return forgetStatement();
  }
  case tok::l_paren:
    // Parentheses of an attribute between `struct` and the name do not count.
    SawParenthesis |= Previous != tok::kw___attribute &&
                      Previous != tok::kw_alignas &&
                      (Brackets.empty() || Brackets.back() != Bracket::Other);
    Brackets.push_back(kindOfParenthesis());
    break;
  default:
    Brackets.push_back(mayBeginStatement() ? Bracket::Header : Bracket::Other);
    break;
  }
  Fresh = false;
}

void TokenPlace::close(tok::TokenKind Kind) {
  Bracket Closed = Brackets.empty() ? Bracket::Code : Brackets.pop_back_val();
  if (Kind != tok::r_brace) {
    Fresh = Closed == Bracket::Header;
    return;
  }
  // After the `}` of a class or an initializer the declaration goes on.
  Fresh = Closed == Bracket::Code || Closed == Bracket::Namespace;
  forgetStatement();
}

void TokenPlace::see(const Token &T) {
  tok::TokenKind Kind = T.getKind();
  if (tok::isPragmaAnnotation(Kind))
    return; // What may follow does not change.
  switch (Kind) {
  case tok::l_brace:
  case tok::l_paren:
  case tok::l_square:
    open(Kind);
    break;
  case tok::r_brace:
  case tok::r_paren:
  case tok::r_square:
    close(Kind);
    break;
  case tok::semi:
    seeSemicolon();
    break;
  case tok::question:
    ++Questions;
    Fresh = false;
    break;
  case tok::colon:
    // A statement may follow the colon of a label or an access specifier, but
    // not that of `?:`, of a list of bases or of constructor initializers.
    Fresh = !Questions && !isClassHead() &&
            !(isOutsideFunction() && SawParenthesis);
    Questions -= Questions != 0;
    break;
  case tok::kw_else:
  case tok::kw_do:
    Fresh = true;
    break;
  default:
    FreshAttribute = Kind == tok::kw___attribute && mayBeginStatement();
    SawNamespace |= Kind == tok::kw_namespace;
    // `<class T` and `, class U` name parameters of a template.
    if (Previous != tok::less && Previous != tok::comma)
      SawClassKey |= Kind == tok::kw_class || Kind == tok::kw_struct ||
                     Kind == tok::kw_union;
    SawEnum |= Kind == tok::kw_enum;
    SawEqual |= Kind == tok::equal;
    Fresh = false;
    break;
  }
  Previous = Kind;
}

void TokenPlace::seeSemicolon() {
  Previous = tok::semi;
  Fresh = true;
  forgetStatement();
}

void TokenPlace::seeName() {
  Previous = tok::identifier;
  Fresh = false;
}

bool TokenPlace::mayBeginStatement() const {
  return Fresh && !Brackets.empty() && Brackets.back() == Bracket::Code;
}

bool TokenPlace::isOutsideFunction() const {
  return Brackets.empty() || Brackets.back() == Bracket::Namespace ||
         Brackets.back() == Bracket::Class;
}

bool TokenPlace::isName() const {
  switch (Previous) {
  case tok::period:
  case tok::arrow:
  case tok::coloncolon:
  case tok::tilde:
  case tok::kw_goto:
  case tok::kw_struct:
  case tok::kw_class:
  case tok::kw_union:
  case tok::kw_enum:
  case tok::kw_namespace:
  case tok::kw_typename:
  case tok::kw_concept:
  case tok::kw_operator:
    return true;
  default:
    return false;
  }
}

bool TokenPlace::followsBuiltinType() const {
  switch (Previous) {
  case tok::kw_void:
  case tok::kw_bool:
  case tok::kw__Bool:
  case tok::kw_char:
  case tok::kw_wchar_t:
  case tok::kw_char8_t:
  case tok::kw_char16_t:
  case tok::kw_char32_t:
  case tok::kw_short:
  case tok::kw_int:
  case tok::kw_long:
  case tok::kw___int128:
  case tok::kw_signed:
  case tok::kw_unsigned:
  case tok::kw_float:
  case tok::kw_double:
  case tok::kw__Complex:
  case tok::kw_auto:
  case tok::kw_const:
  case tok::kw_volatile:
    return true;
  default:
    return false;
  }
}

} // namespace deferc
