//===- RedefinedWords.cpp - Words that a program gives another meaning ----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words/RedefinedWords.h"

#include "Words/WordUse.h"

#include "Messages/Diagnostics.h"

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace deferc {
namespace {

/// Reports a word that a system header defines again as a macro. Clang warns of
/// that everywhere else.
class RedefinedMacros : public PPCallbacks {
public:
  explicit RedefinedMacros(Preprocessor &PP) : PP(PP) {}

  void MacroDefined(const Token &Name, const MacroDirective *MD) override {
    const Word *W = findWord(Name.getIdentifierInfo()->getName());
    if (!W || !MD->getPrevious() || isOurs(*MD->getMacroInfo()) ||
        !PP.getSourceManager().isInSystemHeader(Name.getLocation()))
      return;
    MacroDirective::DefInfo Before = MD->getPrevious()->getDefinition();
    if (!Before || Before.isUndefined() || !isOurs(*Before.getMacroInfo()))
      return;
    report(PP.getDiagnostics(), Name.getLocation(), Diag::WordRedefined)
        << W->Name << W->Meaning << W->Other;
  }

private:
  static bool isOurs(const MacroInfo &Macro) {
    return Macro.getNumTokens() &&
           Macro.getReplacementToken(0).is(tok::identifier) &&
           Macro.getReplacementToken(0).getIdentifierInfo()->isStr("_Pragma");
  }

  Preprocessor &PP;
};

} // namespace

void watchRedefinedWords(Preprocessor &PP) {
  PP.addPPCallbacks(std::make_unique<RedefinedMacros>(PP));
}

void checkRedefinedWord(CompilerInstance &CI, const FunctionDecl *F) {
  const Word *W = F->getIdentifier() ? findWord(F->getName()) : nullptr;
  if (!W || F->isFirstDecl())
    return;
  const auto *Label = F->getFirstDecl()->getAttr<AsmLabelAttr>();
  if (Label && Label->getLabel() == W->Other)
    report(CI.getDiagnostics(), F->getLocation(), Diag::WordAsName)
        << W->Name << W->Meaning << W->Other;
}

} // namespace deferc
