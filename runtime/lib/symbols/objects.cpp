//===- objects.cpp - Names of executables and shared objects --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What messages call the objects of the process.
///
//===----------------------------------------------------------------------===//

#include "symbols/SymbolTables.h"
#include "symbols/Symbols.h"

#include <string.h>
#include <sys/auxv.h>

namespace deferc {

bool isPrivileged() noexcept { return getauxval(AT_SECURE) != 0; }

const char *objectName(uintptr_t Address) noexcept {
  Place P;
  P.IP = Address;
  if (!findObject(P))
    return "unknown memory";
  return shownPath(*P.Object ? P.Object : executablePath());
}

const char *shownPath(const char *Path) noexcept {
  const char *Slash = isPrivileged() ? strrchr(Path, '/') : nullptr;
  return Slash ? Slash + 1 : Path;
}

} // namespace deferc
