//===- LibDw.h - Functions and lines by debug information -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// elfutils' libdw, which tells the functions, files and lines at an address
/// from debug information. It is opened at run time, so that a program needs it
/// neither to build nor to run. So its types and functions are declared here,
/// as <elfutils/libdwfl.h> and <elfutils/libdw.h> have them.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_SYMBOLS_LIBDW_H
#define DEFERC_RUNTIME_SYMBOLS_LIBDW_H

#include "symbols/SymbolTables.h"
#include "symbols/Symbols.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

namespace deferc DEFERC_HIDDEN {

struct Dwfl;
struct Dwfl_Module;
struct Dwarf_Line;
struct Dwarf_CU;
using Dwarf_Addr = uint64_t;
struct Dwarf_Die {
  void *addr;
  Dwarf_CU *cu;
  void *abbrev;
  long padding__;
};
struct Dwarf_Attribute {
  unsigned code, form;
  unsigned char *valp;
  Dwarf_CU *cu;
};
struct Dwfl_Callbacks {
  void *find_elf;
  void *find_debuginfo;
  void *section_address;
  char **debuginfo_path;
};

class LibDw {
public:
  /// Opens the library and reads the map of this process, once. False when that
  /// was not possible.
  bool open();
  /// From now on open() is false.
  void forget() {
    Tried = true;
    Session = nullptr;
  }
  /// Sends the locations of an address. False when its object has no debug
  /// information. open() must be true.
  bool describe(uintptr_t IP, const Place &Known, LocationSink Sink,
                void *Context);

private:
  template <typename F> bool load(F *&Function, const char *Name) {
    Function = reinterpret_cast<F *>(dlsym(Handle, Name));
    return Function != nullptr;
  }
  Dwarf_Die *findUnit(Dwfl_Module *Module, uintptr_t IP, Dwarf_Addr &Bias);
  const char *symbolName(Dwarf_Die *Die);
  const char *callFile(Dwarf_Die *Unit, Dwarf_Die *Inlined);

  bool Tried = false;
  void *Handle = nullptr;
  Dwfl *Session = nullptr;
  Dwfl_Callbacks Callbacks = {};

  Dwfl *(*begin)(const Dwfl_Callbacks *);
  int (*reportProcess)(Dwfl *, pid_t);
  int (*reportEnd)(Dwfl *, void *, void *);
  Dwfl_Module *(*addrModule)(Dwfl *, Dwarf_Addr);
  Dwarf_Die *(*nextUnit)(Dwfl_Module *, Dwarf_Die *, Dwarf_Addr *);
  int (*hasPC)(Dwarf_Die *, Dwarf_Addr);
  Dwarf_Line *(*getSource)(Dwarf_Die *, Dwarf_Addr);
  const char *(*lineSource)(Dwarf_Line *, uint64_t *, uint64_t *);
  int (*lineNumber)(Dwarf_Line *, int *);
  int (*getScopes)(Dwarf_Die *, Dwarf_Addr, Dwarf_Die **);
  int (*getScopesDie)(Dwarf_Die *, Dwarf_Die **);
  int (*tag)(Dwarf_Die *);
  const char *(*dieName)(Dwarf_Die *);
  Dwarf_Attribute *(*attrIntegrate)(Dwarf_Die *, unsigned, Dwarf_Attribute *);
  const char *(*formString)(Dwarf_Attribute *);
  int (*formUnsigned)(Dwarf_Attribute *, uint64_t *);
  int (*getSourceFiles)(Dwarf_Die *, void **, size_t *);
  const char *(*fileSource)(void *, size_t, uint64_t *, uint64_t *);
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_SYMBOLS_LIBDW_H
