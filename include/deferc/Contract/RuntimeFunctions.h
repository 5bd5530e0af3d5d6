//===- RuntimeFunctions.h - The runtime as LLVM sees it ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// RuntimeFunctions.def in code: one enumerator for each function, and
/// declarations whose attributes say how control leaves.
///
/// See: docs/RuntimeABI.md
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CONTRACT_RUNTIMEFUNCTIONS_H
#define DEFERC_CONTRACT_RUNTIMEFUNCTIONS_H

#include "llvm/IR/DerivedTypes.h"
#include "llvm/IR/Module.h"

namespace deferc {

enum class RuntimeFn {
#define DEFERC_RUNTIME(Id, Symbol, Result, Params, Exit) Id,
#include "deferc/Contract/RuntimeFunctions.def"
};

llvm::StringRef getSymbol(RuntimeFn Id);

/// Whether the symbol is the runtime's, in the list or not: names with the
/// prefix `__deferc_` are reserved (docs/RuntimeABI.md).
bool isRuntimeSymbol(llvm::StringRef Name);

/// Declares the function. `Returns` gives nounwind and willreturn, `NoReturn`
/// gives noreturn.
llvm::FunctionCallee getOrInsertRuntimeFn(llvm::Module &M, RuntimeFn Id);

} // namespace deferc

#endif // DEFERC_CONTRACT_RUNTIMEFUNCTIONS_H
