//===- TokenWatcher.cpp - Follow tokens through defer statements ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words/TokenWatcher.h"

#include "Messages/Diagnostics.h"

#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace deferc {
namespace {

/// Gives access to two private members of Clang's preprocessor. A preprocessor
/// has one token watcher and no way to ask for it. Coverage mapping sets one to
/// know where skipped text ends, and wants the tokens inside of directives too,
/// so that watcher must be called before ours.
template <auto Watcher, auto Level> struct MembersOfPreprocessor {
  friend auto &watcherOf(Preprocessor &PP) { return PP.*Watcher; }
  friend unsigned levelOf(const Preprocessor &PP) { return PP.*Level; }
};
auto &watcherOf(Preprocessor &PP);
unsigned levelOf(const Preprocessor &PP);
template struct MembersOfPreprocessor<&Preprocessor::OnToken,
                                      &Preprocessor::LexLevel>;

} // namespace

TokenWatcher &TokenWatcher::ofThread() {
  thread_local TokenWatcher Watcher;
  return Watcher;
}

void TokenWatcher::openDefer(SourceLocation Loc) {
  Open.push_back({});
  Open.back().Loc = Loc;
  Open.back().Closure.open(*PP, Loc);
  Place.seeSemicolon();
}

void TokenWatcher::closeLast(SourceLocation Loc) {
  OpenDefer Ended = std::move(Open.back());
  Open.pop_back();
  Ended.Closure.close(*PP, Loc, Ended.End.isBlock() ? nullptr : &Ended.Labels);
}

void TokenWatcher::see(const Token &T) {
  Place.see(T);
  if (Open.empty())
    return;
  if (T.is(tok::eof)) {
    report(PP->getDiagnostics(), Open.front().Loc, Diag::OperandUnfinished);
    Open.clear();
    return;
  }
  Open.back().Labels.see(T);
  if (!Open.back().End.see(T))
    return;
  closeLast(T.getLocation());
  // In `defer defer f();` the outer operand ends where the inner one does.
  while (!Open.empty() && !Open.back().End.hasBegun())
    closeLast(T.getLocation());
}

void TokenWatcher::start(Preprocessor &Text) {
  *this = TokenWatcher();
  PP = &Text;
  Text.setTokenWatcher(
      [&Text, Earlier = std::move(watcherOf(Text))](const Token &T) mutable {
        if (Earlier)
          Earlier(T);
        if (levelOf(Text) == 0)
          ofThread().see(T);
      });
}

} // namespace deferc
