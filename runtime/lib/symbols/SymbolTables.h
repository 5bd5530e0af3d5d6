//===- SymbolTables.h - ELF symbol tables -----------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Names of functions from the symbol tables of executables and shared objects,
/// read from their files: `dladdr` knows exported names only, and none in a
/// static program.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_SYMBOLS_SYMBOLTABLES_H
#define DEFERC_RUNTIME_SYMBOLS_SYMBOLTABLES_H

#include "support/Config.h"

#include <stddef.h>
#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

/// A file of this process, mapped.
class ElfFile {
public:
  const uint8_t *Data = nullptr;
  size_t Size = 0;

  /// Maps this file, unless it is the one that is mapped. False when it cannot
  /// be mapped.
  bool map(const char *Wanted) noexcept;
  void unmap() noexcept;

private:
  char Path[512];
};

struct Symbol {
  const char *Name = nullptr; ///< In the mapped file; null: not known.
  uintptr_t Start = 0;
};

/// An address, and what the process has there.
struct Place {
  uintptr_t IP = 0;
  const char *Object = nullptr; ///< Its path; null: not known.
  uintptr_t Base = 0;           ///< Of the object.
  Symbol S;                     ///< The function. Start is absolute.
};

/// Finds the object at P.IP, and sets Object and Base. The path of the
/// executable is empty. Locks the list of shared objects. False when there is
/// no object.
DEFERC_HIDDEN bool findObject(Place &P) noexcept;
/// Finds the function at this address. Its name is in File, which is mapped to
/// its object's file. Locks the list of shared objects.
DEFERC_HIDDEN Place findSymbol(uintptr_t IP, ElfFile &File) noexcept;
/// The function of this name, of Size characters, in the file's own symbol
/// table. Start is relative to the object's base.
DEFERC_HIDDEN Symbol findNamed(const ElfFile &File, const char *Name,
                               size_t Size) noexcept;

/// The path that the executable was started by.
DEFERC_HIDDEN const char *executablePath() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_SYMBOLS_SYMBOLTABLES_H
