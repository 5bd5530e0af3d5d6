//===- BodyLifetimes.cpp - Which variables a deferred call outlives -------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements the questions of BodyScan.h about lifetimes. Go's loop rule does
/// not answer them: by that rule a statement behind the end of a goto loop
/// still repeats and gets a heap record, but a variable there is declared once
/// and lives until the function returns.
///
//===----------------------------------------------------------------------===//

#include "Scan/BodyScan.h"

using namespace clang;

namespace deferc {

unsigned BodyScan::segmentPlace(const DeferStmt &D) const {
  unsigned Place = D.Top;
  for (bool Moved = true; Moved;) {
    Moved = false;
    for (auto [Label, Jump] : BackwardJumps)
      if (Label < Place && Place <= Jump) {
        Place = Label;
        Moved = true;
      }
  }
  return Place;
}

/// Variables that are declared before the segment outlive the segment's calls.
bool BodyScan::endsBefore(const VarDecl *V, const DeferStmt &D) const {
  auto At = Locals.find(V);
  if (At == Locals.end())
    return false;
  return !At->second.Outermost || At->second.Top >= segmentPlace(D);
}

bool BodyScan::isDeclaredAgain(const VarDecl *V, const DeferStmt &D) const {
  // The range of the body in which control can leave D and come back to it: the
  // loops around D, together with loops that overlap them because a goto leads
  // into or out of one.
  std::pair<unsigned, unsigned> Around = {D.Index, D.Index};
  for (bool Grown = true; Grown;) {
    Grown = false;
    for (auto [Begin, End] : Loops)
      if (Begin < Around.second && Around.first < End &&
          (Begin < Around.first || Around.second < End)) {
        Around = {std::min(Begin, Around.first), std::max(End, Around.second)};
        Grown = true;
      }
  }
  unsigned Index = Locals.lookup(V).Index;
  return Around.first < Index && Index < Around.second;
}

} // namespace deferc
