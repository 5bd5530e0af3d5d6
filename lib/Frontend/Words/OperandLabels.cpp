//===- OperandLabels.cpp - Labels whose address an operand takes ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words/OperandLabels.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace deferc {

/// Whether a `&&` that follows a token of kind \p Kind may take the address of
/// a label. After a `)` it may, since the `)` can end a cast.
static bool mayPrecedeOperand(tok::TokenKind Kind) {
  return Kind == tok::kw_return ||
         (tok::getPunctuatorSpelling(Kind) && Kind != tok::r_square);
}

void OperandLabels::see(const Token &T) {
  if (T.is(tok::identifier) && Previous == tok::ampamp &&
      mayPrecedeOperand(BeforePrevious))
    Addressed.push_back(T.getIdentifierInfo());
  bool BeginsStatement = llvm::is_contained(
      {tok::semi, tok::l_brace, tok::r_brace, tok::r_paren, tok::colon},
      BeforePrevious);
  if (T.is(tok::colon) && PreviousName && BeginsStatement)
    Own.push_back(PreviousName);
  BeforePrevious = Previous;
  Previous = T.getKind();
  PreviousName = T.is(tok::identifier) ? T.getIdentifierInfo() : nullptr;
}

void OperandLabels::addTo(TokenList &List) const {
  llvm::SmallPtrSet<IdentifierInfo *, 4> Known(Own.begin(), Own.end());
  for (IdentifierInfo *Name : Addressed)
    if (Known.insert(Name).second)
      List.addName(Name->getName())
          .add(tok::colon)
          .add(tok::kw___attribute)
          .add(tok::l_paren)
          .add(tok::l_paren)
          .addName("unused")
          .add(tok::r_paren)
          .add(tok::r_paren)
          .add(tok::semi);
}

} // namespace deferc
