//===- WordUse.h - What a word of defer.h is used as ------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lists the words that are macros with a pragma. Tells, from the tokens around
/// it, whether a word is used as the word or as a name of the program's own.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_WORDUSE_H
#define DEFERC_LIB_FRONTEND_WORDS_WORDUSE_H

#include "Words/TokenPlace.h"

#include "clang/Lex/Token.h"
#include "llvm/ADT/StringRef.h"

namespace deferc {

enum class WordKind {
  Statement, ///< `defer`
  Result,    ///< `defer_result`, an attribute of a variable
  Faults,    ///< `defer_fault_panics`, an attribute of a function
  Call,      ///< `panic(v)` and its like in C, macros that are called.
};

struct Word {
  llvm::StringLiteral Name;
  WordKind Kind;
  llvm::StringLiteral Meaning; ///< Completes the sentence "NAME ...".
  llvm::StringLiteral Other;   ///< Its name under `DEFERC_NO_KEYWORDS`.
};

/// The word that `#pragma deferc NAME` announces, or null.
const Word *findWord(llvm::StringRef Name);

enum class WordUse {
  Meant,           ///< As the word.
  Name,            ///< As a name of the program.
  OutsideFunction, ///< `defer` outside of functions.
  NotStatement,    ///< `defer` amid an expression or a declaration.
  WithoutOperand,  ///< `defer` before a closing bracket.
};

/// What is around a word.
struct WordSite {
  const TokenPlace &Place;
  const clang::Token &Next, &After; ///< The next two tokens, unexpanded.
  bool IsUsedAsName;  ///< The program has used the word as a name before.
  bool AllowsLambdas; ///< An expression may begin with `[`.
};

/// How the word \p W is used at \p Site.
WordUse judge(const Word &W, const WordSite &Site);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_WORDUSE_H
