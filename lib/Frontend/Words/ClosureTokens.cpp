//===- ClosureTokens.cpp - The closure around an operand ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words/ClosureTokens.h"

#include "Words/OperandLabels.h"
#include "Words/TokenList.h"

#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace deferc {

/// A lambda of C++17 may not capture a structured binding, and Clang warns when
/// one does. The user wrote no lambda, so the warning is off inside of the
/// closure.
void ClosureTokens::allowBindings(Preprocessor &PP, SourceLocation Loc) {
  const LangOptions &Opts = PP.getLangOpts();
  if (!Opts.CPlusPlus17 || Opts.CPlusPlus20)
    return;
  DiagnosticsEngine &Diags = PP.getDiagnostics();
  Loc = PP.getSourceManager().getExpansionLoc(Loc);
  Diags.pushMappings(Loc);
  Diags.setSeverity(diag::ext_capture_binding, diag::Severity::Ignored, Loc);
  AllowsBindings = true;
}

void ClosureTokens::open(Preprocessor &PP, SourceLocation Loc) {
  allowBindings(PP, Loc);
  TokenList List(PP, Loc);
  if (PP.getLangOpts().CPlusPlus)
    List.add(tok::l_square)
        .add(tok::amp)
        .add(tok::r_square)
        .add(tok::l_paren)
        .add(tok::r_paren)
        .add(tok::arrow)
        .add(tok::kw_void);
  else
    List.addAnnotation(tok::annot_pragma_captured);
  List.add(tok::l_brace)
      .addName(FormFunction)
      .add(tok::l_paren)
      .add(tok::r_paren)
      .add(tok::semi);
  List.enter();
}

void ClosureTokens::close(Preprocessor &PP, SourceLocation Loc,
                          const OperandLabels *Labels) {
  if (AllowsBindings)
    PP.getDiagnostics().popMappings(PP.getSourceManager().getExpansionLoc(Loc));
  TokenList List(PP, Loc);
  if (Labels)
    Labels->addTo(List);
  List.add(tok::r_brace);
  if (PP.getLangOpts().CPlusPlus)
    List.add(tok::l_paren).add(tok::r_paren).add(tok::semi);
  List.enter();
}

} // namespace deferc
