//===- describeaddress.cpp - What a trace shows of an address -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells an address by debug information, where libdw is there and the object
/// has some, else by the object's symbol tables.
///
//===----------------------------------------------------------------------===//

#include "symbols/LibDw.h"
#include "symbols/SymbolTables.h"
#include "symbols/Symbols.h"

#include <string.h>

namespace deferc {
namespace {

/// The file that was read last. It stays mapped, since a trace stays in few
/// objects.
ElfFile Mapped;
LibDw Debug;
volatile bool InLibDw;

/// Asks libdw. False when it does not know.
bool describeByDebugInfo(uintptr_t IP, const Place &Known, LocationSink Sink,
                         void *Context) {
  InLibDw = true;
  bool Done = Debug.open() && Debug.describe(IP, Known, Sink, Context);
  InLibDw = false;
  return Done;
}

} // namespace

void describeAddress(uintptr_t IP, LocationSink Sink, void *Context) noexcept {
  Place Known = findSymbol(IP, Mapped);
  // The mapped file holds the name, and libdw's answers may be long.
  if (Known.S.Name)
    Known.S.Name = strdup(Known.S.Name);
  if (describeByDebugInfo(IP, Known, Sink, Context))
    return;
  uintptr_t Start = Known.S.Start ? Known.S.Start : Known.Base;
  Location L = {nullptr,      FunctionKind::Plain, nullptr, 0,
                Known.Object, IP - Start,          false};
  nameFunction(L, Known.S.Name);
  Sink(Context, L);
}

bool isInLibDw() noexcept { return InLibDw; }

void forgetHelpers() noexcept {
  InLibDw = false;
  Debug.forget();
  Mapped = {};
}

} // namespace deferc
