//===- Faults.h - What checks for faults need of the IR ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_FAULTS_H
#define DEFERC_LIB_CLANGSHAPE_FAULTS_H

namespace llvm {
class Module;
} // namespace llvm

namespace deferc {

/// Lowers the functions in which the frontend has added fault checks. In those
/// that check for null, Clang's attribute that `this` is never null is removed.
/// Those that check divisors divide as Go does: the most negative number
/// divided by -1 is itself. Returns whether there are such functions.
bool lowerFaultChecks(llvm::Module &M);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_FAULTS_H
