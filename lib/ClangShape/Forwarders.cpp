//===- Forwarders.cpp - Thunks and invokers of lambdas --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A call through a vtable may go through a thunk, which adjusts `this` or the
/// result. A lambda that is converted to a function pointer is called through a
/// static invoker. Neither is in the source, so recover() must not see them.
///
/// The IR does not tell such a function from one that the user wrote. Its name
/// does: the Itanium C++ ABI (5.1.4, virtual tables) reserves `_ZTh`, `_ZTv`
/// and
/// `_ZTc` for thunks, and Clang names an invoker `T::__invoke`, where the class
/// T has no name.
///
//===----------------------------------------------------------------------===//

#include "Forwarders.h"
#include "deferc/Contract/Markers.h"

using namespace llvm;

namespace deferc {
namespace {

bool isThunk(StringRef Name) {
  return Name.starts_with("_ZTh") || Name.starts_with("_ZTv") ||
         Name.starts_with("_ZTc");
}

/// The library's own std::__invoke is in a class or namespace with a name.
bool isStaticInvoker(StringRef Name) {
  auto [Class, Rest] = Name.split("8__invoke");
  return Name.starts_with("_Z") &&
         (Rest.starts_with("E") || Rest.starts_with("I")) &&
         (Class.ends_with("_") || Class.rtrim("0123456789").ends_with("$_"));
}

} // namespace

bool markForwarders(Module &M) {
  if (!M.getFunction(getSymbol(Marker::Token)))
    return false;
  bool Found = false;
  for (Function &F : M) {
    StringRef Name = F.getName();
    if (F.isDeclaration() || !(isThunk(Name) || isStaticInvoker(Name)))
      continue;
    F.addFnAttr(ForwardsAttr);
    Found = true;
  }
  return Found;
}

} // namespace deferc
