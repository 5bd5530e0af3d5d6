//===- ClosureTokens.h - The closure around an operand ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Injects the tokens around the operand of a defer statement. With them, the
/// operand is the body of a closure, and Clang's own parser understands it:
///
///   C++   [&]() -> void { __deferc_form();  OPERAND  }();
///   C     #pragma clang __debug captured's annotation, then
///         { __deferc_form();  OPERAND  }
///
/// The call of __deferc_form() tells such a closure from one of the program's.
/// The injected tokens have the place of the word `defer`, so that messages
/// point at what the user wrote.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_CLOSURETOKENS_H
#define DEFERC_LIB_FRONTEND_WORDS_CLOSURETOKENS_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class Preprocessor;
}

namespace deferc {

class OperandLabels;

/// The function of `defer.h` whose call stands first in a closure.
inline constexpr llvm::StringLiteral FormFunction = "__deferc_form";

/// The tokens of one closure.
class ClosureTokens {
public:
  /// Injects what stands in front of the operand.
  void open(clang::Preprocessor &PP, clang::SourceLocation Loc);

  /// Injects what stands behind the operand, whose last token is at \p Loc:
  /// first \p Labels, if there are any, then the end of the closure.
  void close(clang::Preprocessor &PP, clang::SourceLocation Loc,
             const OperandLabels *Labels);

private:
  void allowBindings(clang::Preprocessor &PP, clang::SourceLocation Loc);

  bool AllowsBindings = false;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_CLOSURETOKENS_H
