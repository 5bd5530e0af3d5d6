//===- OperandLabels.h - Labels whose address an operand takes --*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The operand of a defer statement becomes a closure. To Clang a closure is a
/// function with labels of its own, so `&&label` in an operand would name no
/// label. Behind such an operand the closure gets a label of that name. The
/// rewriter replaces the address of that label by the address of the
/// function's:
///
///   defer goTo(&&end);    [&]() -> void { ... goTo(&&end); end: ; }();
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_OPERANDLABELS_H
#define DEFERC_LIB_FRONTEND_WORDS_OPERANDLABELS_H

#include "Words/TokenList.h"

#include "llvm/ADT/SmallVector.h"

namespace deferc {

/// The labels that the tokens of one operand name.
class OperandLabels {
public:
  /// Takes the next token, and notes the names in `&&x` and `x:`, which may be
  /// labels. Noting one name too many does no harm: the `x` of `a && x` or of
  /// `T &&x` gets a label that nothing uses.
  void see(const clang::Token &T);
  /// Adds a label to \p List for each one that the operand names and does not
  /// have itself.
  void addTo(TokenList &List) const;

private:
  llvm::SmallVector<clang::IdentifierInfo *, 1> Addressed, Own;
  clang::tok::TokenKind Previous = clang::tok::semi;
  clang::tok::TokenKind BeforePrevious = clang::tok::semi;
  clang::IdentifierInfo *PreviousName = nullptr;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_OPERANDLABELS_H
