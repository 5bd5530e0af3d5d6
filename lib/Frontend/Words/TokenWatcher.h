//===- TokenWatcher.h - Follow tokens through defer statements --*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Watches the tokens that Clang's parser takes. The watcher knows what may
/// begin at the next token, and which defer statements have begun; where the
/// operand of one ends, it closes the closure around the operand.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_TOKENWATCHER_H
#define DEFERC_LIB_FRONTEND_WORDS_TOKENWATCHER_H

#include "Words/ClosureTokens.h"
#include "Words/OperandEnd.h"
#include "Words/OperandLabels.h"
#include "Words/TokenPlace.h"

#include <vector>

namespace deferc {

class TokenWatcher {
public:
  /// The watcher of the text that this thread reads. A thread reads one text at
  /// a time; a module that the text imports is built on a thread of its own.
  static TokenWatcher &ofThread();

  /// Begins with \p PP's text, and forgets any earlier one.
  void start(clang::Preprocessor &PP);

  /// Opens the closure of a defer statement whose word stands at \p Loc. The
  /// next token is the first of the operand.
  void openDefer(clang::SourceLocation Loc);

  TokenPlace Place;

private:
  /// A defer statement whose operand is being read.
  struct OpenDefer {
    clang::SourceLocation Loc; ///< The word.
    OperandEnd End;
    OperandLabels Labels;
    ClosureTokens Closure;
  };

  void see(const clang::Token &T);
  void closeLast(clang::SourceLocation Loc);

  clang::Preprocessor *PP = nullptr;
  std::vector<OpenDefer> Open;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_TOKENWATCHER_H
