//===- OperandLabels.h - Labels whose address an operand takes --*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The operand of a defer statement becomes a closure, to Clang a function with
/// labels of its own, so that `&&label` names nothing there. Behind such an
/// operand the closure gets a label of that name, which the rewriter drops for
/// the address of the function's:
///
///   defer goTo(&&end);    [&]() -> void { ... goTo(&&end); end: ; }();
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_WORDS_OPERANDLABELS_H
#define DEFERC_LIB_FRONTEND_WORDS_OPERANDLABELS_H

#include "Words/TokenList.h"

#include "llvm/ADT/SmallVector.h"

namespace deferc {

/// What the tokens of one operand tell of labels.
class OperandLabels {
public:
  /// Takes note of `&&x` and of `x:`, whose names may be labels. One name too
  /// many, of an operand of a logical and or of a reference, does no harm.
  void see(const clang::Token &T);
  /// Adds the labels that the operand names and does not have itself.
  void addTo(TokenList &List) const;

private:
  llvm::SmallVector<clang::IdentifierInfo *, 1> Addressed, Own;
  clang::tok::TokenKind Previous = clang::tok::semi;
  clang::tok::TokenKind BeforePrevious = clang::tok::semi;
  clang::IdentifierInfo *PreviousName = nullptr;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_WORDS_OPERANDLABELS_H
