//===- BodyJumps.h - What the jumps of a body lead to -----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Says, once a body has been walked, what its jumps do: which defer statements
/// they repeat, and which declarations of variables they lead past.
///
/// Go decides from the syntax whether a defer statement is in a loop (its
/// escape analysis, `loopDepth`), and deferc follows that rule. A statement
/// repeats inside of `while`, `for`, `do` and range `for`. It also repeats
/// after a label that a later goto jumps back to, up to the end of the
/// innermost body of an `if`, a loop or a `switch` that holds the label. A `do`
/// with a condition that is constantly false is no loop, since macros spell a
/// block that way.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_BODYJUMPS_H
#define DEFERC_LIB_FRONTEND_SCAN_BODYJUMPS_H

#include "clang/AST/Decl.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace deferc {

struct BodyScan;

/// The labels and jumps of one body, collected by the walk.
class BodyJumps {
public:
  struct Label {
    unsigned Index;     ///< Place in the walk.
    unsigned Construct; ///< The innermost construct around it.
    unsigned Top;       ///< Top-level statement that holds it.
    /// The variables in scope, each with the place of its declaration.
    llvm::SmallVector<std::pair<const clang::VarDecl *, unsigned>, 8> InScope;
  };
  struct Jump {
    /// Null for a computed goto, which may jump to any label whose address is
    /// taken.
    const clang::LabelDecl *Target;
    unsigned Index; ///< Place in the walk.
    unsigned Top;   ///< Top-level statement that holds it.
  };

  llvm::DenseMap<const clang::LabelDecl *, Label> Labels;
  llvm::SmallVector<Jump, 4> List;
  /// Where in the walk each construct ends. A construct is the body itself, or
  /// that of an `if`, a loop or a `switch`; they are numbered as they begin.
  llvm::SmallVector<unsigned, 8> ConstructEnds;
  /// Where in the walk the scope of a variable ends, if a block inside of the
  /// body declares it.
  llvm::DenseMap<const clang::VarDecl *, unsigned> ScopeEnds;

  /// Enters into \p Scan, the scan of \p Body, what the jumps do.
  void applyTo(BodyScan &Scan, clang::CompoundStmt *Body) const;

private:
  void applyBackwardJump(BodyScan &Scan, const Label &L, const Jump &J) const;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_BODYJUMPS_H
