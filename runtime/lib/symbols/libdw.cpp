//===- libdw.cpp - Functions and lines by debug information ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements LibDw.h.
///
//===----------------------------------------------------------------------===//

#include "symbols/LibDw.h"

#include <stdlib.h>
#include <sys/auxv.h>
#include <unistd.h>

// A static program may not have it.
extern "C" __attribute__((weak)) decltype(dlopen) dlopen;

namespace deferc {
namespace {

constexpr int TagSubprogram = 0x2e, TagInlined = 0x1d;
constexpr unsigned AtCallFile = 0x58, AtCallLine = 0x59, AtLinkageName = 0x6e;

} // namespace

bool LibDw::open() {
  if (Tried)
    return Session != nullptr;
  Tried = true;
  // A static program may have dlopen, but must not mix two C libraries.
  if (!dlopen || !getauxval(AT_BASE))
    return false;
  Handle = dlopen("libdw.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!Handle)
    return false;
  Callbacks.find_elf = dlsym(Handle, "dwfl_linux_proc_find_elf");
  Callbacks.find_debuginfo = dlsym(Handle, "dwfl_standard_find_debuginfo");
  if (!Callbacks.find_elf || !Callbacks.find_debuginfo ||
      !load(begin, "dwfl_begin") ||
      !load(reportProcess, "dwfl_linux_proc_report") ||
      !load(reportEnd, "dwfl_report_end") ||
      !load(addrModule, "dwfl_addrmodule") ||
      !load(nextUnit, "dwfl_module_nextcu") || !load(hasPC, "dwarf_haspc") ||
      !load(getSource, "dwarf_getsrc_die") ||
      !load(lineSource, "dwarf_linesrc") || !load(lineNumber, "dwarf_lineno") ||
      !load(getScopes, "dwarf_getscopes") ||
      !load(getScopesDie, "dwarf_getscopes_die") || !load(tag, "dwarf_tag") ||
      !load(dieName, "dwarf_diename") ||
      !load(attrIntegrate, "dwarf_attr_integrate") ||
      !load(formString, "dwarf_formstring") ||
      !load(formUnsigned, "dwarf_formudata") ||
      !load(getSourceFiles, "dwarf_getsrcfiles") ||
      !load(fileSource, "dwarf_filesrc"))
    return false;
  // libdw would look for debug information over the network.
  unsetenv("DEBUGINFOD_URLS");
  Dwfl *Made = begin(&Callbacks);
  // By this thread's map: that of a main thread that has ended is empty.
  if (!Made || reportProcess(Made, gettid()) != 0 ||
      reportEnd(Made, nullptr, nullptr) != 0)
    return false;
  Session = Made;
  return true;
}

/// The compilation unit that covers the address. libdw's own search needs
/// .debug_aranges, which Clang does not write.
Dwarf_Die *LibDw::findUnit(Dwfl_Module *Module, uintptr_t IP,
                           Dwarf_Addr &Bias) {
  Dwarf_Die *Unit = nullptr;
  while ((Unit = nextUnit(Module, Unit, &Bias)))
    if (hasPC(Unit, IP - Bias) == 1)
      return Unit;
  return nullptr;
}

const char *LibDw::symbolName(Dwarf_Die *Die) {
  Dwarf_Attribute Attribute;
  if (attrIntegrate(Die, AtLinkageName, &Attribute))
    if (const char *Name = formString(&Attribute))
      return Name;
  return dieName(Die);
}

const char *LibDw::callFile(Dwarf_Die *Unit, Dwarf_Die *Inlined) {
  Dwarf_Attribute Attribute;
  uint64_t Index;
  void *Files;
  size_t Count;
  if (!attrIntegrate(Inlined, AtCallFile, &Attribute) ||
      formUnsigned(&Attribute, &Index) != 0 ||
      getSourceFiles(Unit, &Files, &Count) != 0)
    return nullptr;
  return fileSource(Files, Index, nullptr, nullptr);
}

/// Goes through the scopes around an address from the innermost out: each
/// inlined function, then the function itself. The place in the caller of an
/// inlined function is in the attributes of the inlined function.
bool LibDw::describe(uintptr_t IP, const Place &Known, LocationSink Sink,
                     void *Context) {
  Dwfl_Module *Module = addrModule(Session, IP);
  Dwarf_Addr Bias = 0;
  Dwarf_Die *Unit = Module ? findUnit(Module, IP, Bias) : nullptr;
  Dwarf_Line *Line = Unit ? getSource(Unit, IP - Bias) : nullptr;
  if (!Line)
    return false;
  int LineNumber = 0;
  lineNumber(Line, &LineNumber);
  const char *File = lineSource(Line, nullptr, nullptr);
  Dwarf_Die *Scopes = nullptr, *Parents = nullptr;
  int Count = getScopes(Unit, IP - Bias, &Scopes);
  // These are the scopes in which the code was written. The parents of the
  // first one are those in which it is.
  if (Count > 0) {
    int ParentCount = getScopesDie(&Scopes[0], &Parents);
    if (ParentCount > 0) {
      Scopes = Parents;
      Count = ParentCount;
    }
  }
  Location L = {nullptr, FunctionKind::Plain, File, LineNumber, Known.Object, 0,
                true};
  for (int I = 0; I < Count; ++I) {
    if (tag(&Scopes[I]) != TagInlined)
      continue;
    nameFunction(L, symbolName(&Scopes[I]));
    Sink(Context, L);
    Dwarf_Attribute Attribute;
    uint64_t CallLine = 0;
    L.File = callFile(Unit, &Scopes[I]);
    if (attrIntegrate(&Scopes[I], AtCallLine, &Attribute))
      formUnsigned(&Attribute, &CallLine);
    L.Line = static_cast<int>(CallLine);
  }
  L.Inlined = false;
  const char *Name = Known.S.Name;
  for (int I = 0; I < Count && !Name; ++I)
    if (tag(&Scopes[I]) == TagSubprogram)
      Name = symbolName(&Scopes[I]);
  nameFunction(L, Name);
  L.Offset = Known.S.Start ? IP - Known.S.Start : 0;
  Sink(Context, L);
  return true;
}

} // namespace deferc
