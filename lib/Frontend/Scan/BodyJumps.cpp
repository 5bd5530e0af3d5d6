//===- BodyJumps.cpp - What the jumps of a body lead to -------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/BodyJumps.h"

#include "Scan/BodyScan.h"

#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace deferc {
namespace {

/// Finds the labels whose address is taken anywhere in a body.
class AddressedLabels : public RecursiveASTVisitor<AddressedLabels> {
public:
  llvm::SmallPtrSet<const LabelDecl *, 4> Found;

  bool VisitAddrLabelExpr(AddrLabelExpr *E) {
    Found.insert(E->getLabel());
    return true;
  }
};

} // namespace

void BodyJumps::applyTo(BodyScan &Scan, CompoundStmt *Body) const {
  Scan.HasJumps = !List.empty();
  AddressedLabels Addressed;
  if (llvm::any_of(List, [](const Jump &J) { return !J.Target; }))
    Addressed.TraverseStmt(Body);
  for (const Jump &J : List)
    for (const auto &[Decl, L] : Labels) {
      if (J.Target ? J.Target != Decl : !Addressed.Found.count(Decl))
        continue;
      if (L.Index < J.Index)
        applyBackwardJump(Scan, L, J);
      for (auto [V, At] : L.InScope) {
        auto End = ScopeEnds.find(V);
        if (J.Index < At || (End != ScopeEnds.end() && J.Index > End->second))
          Scan.markBypassed(V);
      }
    }
}

void BodyJumps::applyBackwardJump(BodyScan &Scan, const Label &L,
                                  const Jump &J) const {
  Scan.BackwardJumps.push_back({L.Top, J.Top});
  Scan.Loops.push_back({L.Index, J.Index});
  for (DeferStmt &D : Scan.Defers)
    D.Repeats |= D.Index > L.Index &&
                 (D.Index < ConstructEnds[L.Construct] || D.Index < J.Index);
}

} // namespace deferc
