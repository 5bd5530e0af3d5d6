//===- DeferPragma.h - The tokens of a defer statement ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Handles `#pragma deferc WORD`, into which each word of `defer.h` that is a
/// macro expands, followed by what the word stands for.
///
/// Behind the pragma of `defer` stands a word that only the handler removes, so
/// that a compiler without deferc stops at it. The handler removes the word and
/// opens a closure around the operand (ClosureTokens.h); the token watcher
/// closes it (TokenWatcher.h).
///
/// Where a word is used as a name of the program's own (WordUse.h), the handler
/// reports that and injects the name instead.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_DEFERPRAGMA_H
#define DEFERC_LIB_FRONTEND_WORDS_DEFERPRAGMA_H

namespace clang {
class CompilerInstance;
}

namespace deferc {

/// Starts to lower the defer statements of \p CI's translation unit. Without
/// this call the pragma passes the text on unchanged, as `-E` needs.
void watchDeferTokens(clang::CompilerInstance &CI);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_DEFERPRAGMA_H
