//===- TokenList.h - Tokens to inject ---------------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Builds a list of tokens, all at one place, and has the parser read them.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_TOKENLIST_H
#define DEFERC_LIB_FRONTEND_TOKENLIST_H

#include "clang/Lex/Preprocessor.h"

namespace deferc {

class TokenList {
public:
  TokenList(clang::Preprocessor &PP, clang::SourceLocation Loc) : PP(PP), Loc(Loc) {}

  TokenList &add(clang::tok::TokenKind Kind) {
    Tokens.push_back(makeToken(Kind, Loc));
    if (const char *Spelling = clang::tok::getKeywordSpelling(Kind))
      Tokens.back().setIdentifierInfo(PP.getIdentifierInfo(Spelling));
    return *this;
  }
  TokenList &addName(llvm::StringRef Name) {
    Tokens.push_back(makeToken(clang::tok::identifier, Loc));
    Tokens.back().setIdentifierInfo(PP.getIdentifierInfo(Name));
    return *this;
  }
  TokenList &addAnnotation(clang::tok::TokenKind Kind) {
    Tokens.push_back(makeToken(Kind, Loc));
    Tokens.back().setAnnotationEndLoc(Loc);
    Tokens.back().setAnnotationValue(nullptr);
    return *this;
  }
  TokenList &addToken(const clang::Token &T) {
    Tokens.push_back(T);
    return *this;
  }

  /// Hands the list to the preprocessor as tokens that the watcher does not see.
  void enter() {
    auto Copy = std::make_unique<clang::Token[]>(Tokens.size());
    std::copy(Tokens.begin(), Tokens.end(), Copy.get());
    PP.EnterTokenStream(std::move(Copy), Tokens.size(),
                        /*DisableMacroExpansion=*/true, /*IsReinject=*/true);
  }

private:
  static clang::Token makeToken(clang::tok::TokenKind Kind, clang::SourceLocation Loc) {
    clang::Token T;
    T.startToken();
    T.setKind(Kind);
    T.setLocation(Loc);
    return T;
  }

  clang::Preprocessor &PP;
  clang::SourceLocation Loc;
  llvm::SmallVector<clang::Token, 16> Tokens;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_TOKENLIST_H
