//===- DeferPragma.h - The tokens of a defer statement ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns `defer OPERAND` into a closure that Clang's own parser understands.
///
/// `defer` is a macro for a pragma and a word that only this handler removes,
/// so that a compiler without deferc stops at it. Behind the pragma the handler
/// injects
///
///   C++   [&]() -> void { __deferc_form();  OPERAND  }();
///   C     #pragma clang __debug captured's annotation, then
///         { __deferc_form();  OPERAND  }
///
/// The other words that are macros have the same pragma, in front of what they
/// stand for. Where WordUse.h finds that one is used as a name of the
/// program's, the handler reports that and injects the name instead.
///
/// A token watcher counts brackets to find where OPERAND ends: at the `;` of a
/// call, at the `}` of a block. The injected tokens have the place of the word
/// `defer`, so that messages point at what the user wrote.
///
/// An operand that takes the address of a label of the function gets a label of
/// that name behind it, since the closure has labels of its own. The rewriter
/// replaces it.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_DEFERPRAGMA_H
#define DEFERC_LIB_FRONTEND_WORDS_DEFERPRAGMA_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class CompilerInstance;
}

namespace deferc {

/// The function of `defer.h` whose call the handler puts first in a closure.
inline constexpr llvm::StringLiteral FormFunction = "__deferc_form";

/// Starts to watch the tokens of \p CI's translation unit. Without it the
/// pragma passes the text on unchanged, as `-E` needs.
void watchDeferTokens(clang::CompilerInstance &CI);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_DEFERPRAGMA_H
