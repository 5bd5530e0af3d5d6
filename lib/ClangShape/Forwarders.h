//===- Forwarders.h - Thunks and invokers of lambdas ------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_FORWARDERS_H
#define DEFERC_LIB_CLANGSHAPE_FORWARDERS_H

namespace llvm {
class Module;
} // namespace llvm

namespace deferc {

/// Gives the functions that Clang makes to forward a call the attribute
/// deferc-forwards, when the module says recover(). Returns whether there are
/// any.
bool markForwarders(llvm::Module &M);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_FORWARDERS_H
