//===- splitfunction.cpp - Where a split function begins ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The parts of a split function have unwind tables of their own, which do not
/// tell that the parts belong together. Their names do: `f.cold` and
/// `f.__part.1`, as compilers and LLVM's splitters name parts, belong to `f`.
///
//===----------------------------------------------------------------------===//

#include "symbols/SymbolTables.h"
#include "symbols/Symbols.h"

#include <string.h>

namespace deferc {

/// Where the function begins of which P is a part.
static uintptr_t findStart(const Place &P, const ElfFile &File) {
  if (!P.S.Name)
    return 0;
  const char *Suffix = strstr(P.S.Name, ".__part.");
  if (!Suffix)
    Suffix = strstr(P.S.Name, ".cold");
  if (!Suffix)
    return 0;
  Symbol Function = findNamed(File, P.S.Name, Suffix - P.S.Name);
  return Function.Name ? Function.Start + P.Base : 0;
}

uintptr_t splitFunctionStart(uintptr_t IP) noexcept {
  ElfFile File; // Other threads panic, too.
  uintptr_t Start = findStart(findSymbol(IP, File), File);
  File.unmap();
  return Start;
}

} // namespace deferc
