//===- RedefinedWords.h - Words with another meaning ------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reports words of defer.h that a program defines again where Clang reports
/// nothing: as macros in system headers, and as functions that would replace
/// functions of the runtime.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_REDEFINEDWORDS_H
#define DEFERC_LIB_FRONTEND_WORDS_REDEFINEDWORDS_H

namespace clang {
class CompilerInstance;
class FunctionDecl;
class Preprocessor;
} // namespace clang

namespace deferc {

/// Reports macros that \p PP sees from now on.
void watchRedefinedWords(clang::Preprocessor &PP);

/// Reports the definition \p F when defer.h has declared that function: in C++
/// `goexit` and `panicf` have the symbols of functions of the runtime.
void checkRedefinedWord(clang::CompilerInstance &CI,
                        const clang::FunctionDecl *F);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_REDEFINEDWORDS_H
