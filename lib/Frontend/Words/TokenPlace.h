//===- TokenPlace.h - What may begin at the next token ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the tokens of a translation unit, to tell whether a statement or a
/// declaration may begin at the next one, or whether an expression or a
/// declaration goes on there.
///
/// A word of defer.h is a macro, so its use is judged while tokens are read,
/// before Clang's parser knows what they are. The answers hold for programs
/// that are correct otherwise. A wrong use that they miss is found by the
/// checks of the syntax tree.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_TOKENPLACE_H
#define DEFERC_LIB_FRONTEND_WORDS_TOKENPLACE_H

#include "clang/Basic/TokenKinds.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class Token;
}

namespace deferc {

class TokenPlace {
public:
  /// Takes the next token.
  void see(const clang::Token &T);
  /// Takes a token that the frontend injects, which no watcher sees: a
  /// semicolon, or a name.
  void seeSemicolon();
  void seeName();

  bool mayBeginStatement() const;
  bool mayBeginDeclaration() const { return isOutsideFunction() && Fresh; }
  /// At namespace or class scope, outside of parentheses and initializers.
  bool isOutsideFunction() const;
  /// Only a name may follow the last token: `.`, `struct`, `goto`.
  bool isName() const;
  /// The last token names a builtin type, `int`, which no expression follows.
  bool followsBuiltinType() const;
  /// The last token stands between `struct` and the body of the class.
  bool isClassHead() const { return SawClassKey && !SawParenthesis; }
  /// `=` has been seen since the statement or declaration began.
  bool isInitializer() const { return SawEqual; }
  clang::tok::TokenKind previous() const { return Previous; }

private:
  /// What an open bracket holds. A statement may follow the end of a Header:
  /// the parentheses of an `if`, the attributes of a statement.
  enum class Bracket { Code, Namespace, Class, Header, Other };

  void open(clang::tok::TokenKind Kind);
  void close(clang::tok::TokenKind Kind);
  Bracket kindOfBrace() const;
  Bracket kindOfParenthesis() const;
  void forgetStatement();

  llvm::SmallVector<Bracket, 32> Brackets;
  clang::tok::TokenKind Previous = clang::tok::semi;
  /// The earlier tokens allow a statement or a declaration to begin.
  bool Fresh = true;
  /// `__attribute__` stands where a statement may begin.
  bool FreshAttribute = false;
  unsigned Questions = 0; ///< `?` tokens that no `:` has followed yet.
  /// What has been seen since the statement or declaration began.
  bool SawNamespace = false, SawClassKey = false, SawEnum = false,
       SawParenthesis = false, SawEqual = false;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_TOKENPLACE_H
