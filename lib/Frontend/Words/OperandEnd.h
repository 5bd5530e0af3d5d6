//===- OperandEnd.h - Where the operand of a defer ends ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Counts brackets to find the last token of the operand of a defer statement:
/// the `;` of a call, the `}` of a block.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_OPERANDEND_H
#define DEFERC_LIB_FRONTEND_WORDS_OPERANDEND_H

#include "clang/Lex/Token.h"

namespace deferc {

class OperandEnd {
public:
  /// Takes the next token of the operand. Returns whether it is the last one.
  bool see(const clang::Token &T);

  bool hasBegun() const { return Begun; }
  bool isBlock() const { return IsBlock; }
  /// Whether a bracket that the operand has opened is still open.
  bool isInBrackets() const { return Depth != 0; }

private:
  unsigned Depth = 0; ///< Brackets open since the operand began.
  bool Begun = false;
  bool IsBlock = false; ///< The first token is `{`.
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_OPERANDEND_H
