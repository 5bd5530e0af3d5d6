//===- ClosureNames.h - What traces call a closure --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Traces show the functions of closures, or hide them, by their names, which
/// are Go's: `f.func1` is the first block of f, `f.deferwrap1.deferc.run` the
/// run half of its first deferred call. Debug information has the same names.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_CLOSURENAMES_H
#define DEFERC_LIB_CLANGSHAPE_CLOSURENAMES_H

#include "llvm/IR/Function.h"

namespace deferc {

/// The suffixes that the names of the halves have behind the closure's name.
inline constexpr char EvaluateSuffix[] = ".deferc.evaluate";
inline constexpr char RunSuffix[] = ".deferc.run";

/// Names a closure, which nothing but its statement calls, after the function
/// that it is written in. The name is of this object only.
void nameClosure(llvm::Function &F, const llvm::Function &Outer,
                 const llvm::Twine &Suffix);

/// The name of \p F in debug information, empty when it has none.
llvm::StringRef nameInDebugInfo(const llvm::Function &F);

/// Gives \p F, in debug information, the name of its symbol as linkage name,
/// and
/// \p Name as its other name.
void nameSubprogram(llvm::Function &F, const llvm::Twine &Name);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_CLOSURENAMES_H
