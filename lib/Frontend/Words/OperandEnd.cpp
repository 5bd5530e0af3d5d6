//===- OperandEnd.cpp - Where the operand of a defer ends -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words/OperandEnd.h"

using namespace clang;

namespace deferc {

bool OperandEnd::see(const Token &T) {
  if (!Begun) {
    Begun = true;
    IsBlock = T.is(tok::l_brace);
  }
  if (T.isOneOf(tok::l_paren, tok::l_square, tok::l_brace)) {
    ++Depth;
    return false;
  }
  if (T.isOneOf(tok::r_paren, tok::r_square, tok::r_brace)) {
    if (Depth == 0) // An unbalanced bracket; the parser reports it.
      return T.is(tok::r_brace);
    return --Depth == 0 && IsBlock;
  }
  return T.is(tok::semi) && Depth == 0;
}

} // namespace deferc
