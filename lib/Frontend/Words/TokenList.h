//===- TokenList.h - Tokens for the parser to read --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Hands tokens to a preprocessor, which reads them before the rest of the
/// text. The list that is entered last is read first.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_TOKENLIST_H
#define DEFERC_LIB_FRONTEND_WORDS_TOKENLIST_H

#include "clang/Lex/Preprocessor.h"

namespace deferc {

class TokenList {
public:
  TokenList(clang::Preprocessor &PP, clang::SourceLocation Loc)
      : PP(PP), Loc(Loc) {}

  TokenList &add(clang::tok::TokenKind Kind) {
    Tokens.push_back(make(Kind));
    if (const char *Spelling = clang::tok::getKeywordSpelling(Kind))
      Tokens.back().setIdentifierInfo(PP.getIdentifierInfo(Spelling));
    return *this;
  }
  TokenList &addName(llvm::StringRef Name) {
    Tokens.push_back(make(clang::tok::identifier));
    Tokens.back().setIdentifierInfo(PP.getIdentifierInfo(Name));
    return *this;
  }
  TokenList &addAnnotation(clang::tok::TokenKind Kind) {
    Tokens.push_back(make(Kind));
    Tokens.back().setAnnotationEndLoc(Loc);
    Tokens.back().setAnnotationValue(nullptr);
    return *this;
  }
  TokenList &addToken(const clang::Token &T) {
    Tokens.push_back(T);
    return *this;
  }

  /// Enters tokens that the frontend makes. No watcher sees them, and no macro
  /// is expanded in them.
  void enter() { enter(/*ExpandsMacros=*/false, /*IsReinject=*/true); }
  /// Enters tokens of the program that were read ahead, without expanding
  /// macros. This time macros are expanded.
  void enterAgain() { enter(/*ExpandsMacros=*/true, /*IsReinject=*/false); }

private:
  clang::Token make(clang::tok::TokenKind Kind) const {
    clang::Token T;
    T.startToken();
    T.setKind(Kind);
    T.setLocation(Loc);
    return T;
  }

  void enter(bool ExpandsMacros, bool IsReinject) {
    auto Copy = std::make_unique<clang::Token[]>(Tokens.size());
    std::copy(Tokens.begin(), Tokens.end(), Copy.get());
    PP.EnterTokenStream(std::move(Copy), Tokens.size(),
                        /*DisableMacroExpansion=*/!ExpandsMacros, IsReinject);
  }

  clang::Preprocessor &PP;
  clang::SourceLocation Loc;
  llvm::SmallVector<clang::Token, 16> Tokens;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_TOKENLIST_H
