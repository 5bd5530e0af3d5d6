//===- RecoverEntries.h - Two entry points for what recovers ----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-recover-entries` pass. recover() works only in a
/// function that the panicking runtime calls as a deferred call. Such a
/// function gets a second entry point, the deferred one, which only the runtime
/// uses.
///
/// Before:  `call ptr @__deferc_mark_token()` in a function D,
///          `call ptr @__deferc_mark_entry(ptr %callee, i1 %panicking)` in run
///          halves
/// After:   the token is null in D and the newest panic in its clone
///          D.deferred; run halves choose between the two
///
/// Needs:   nothing is inlined yet: each recover token is asked for in the
///          function whose source says recover().
/// Leaves:  the table from D's address to D.deferred, to deferc-funcdata.
/// See:     docs/Passes.md#deferc-recover-entries,
///          test/Transforms/RecoverEntries/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_RECOVERENTRIES_H
#define DEFERC_TRANSFORMS_RECOVERENTRIES_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class RecoverEntriesPass : public llvm::PassInfoMixin<RecoverEntriesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_RECOVERENTRIES_H
