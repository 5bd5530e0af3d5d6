//===- unregisterfuncdata.cpp - Forget an object's funcdata ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `unregisterfuncdata`: what registerfuncdata has made known of one executable
/// or shared object is forgotten, since the object is about to be unmapped. At
/// the exit of the process nothing is unmapped and nothing is forgotten.
///
//===----------------------------------------------------------------------===//

#include "support/EntryPoints.h"
#include "unwind/FuncdataObjects.h"

#include <stdlib.h>

namespace deferc {
namespace {

/// The process exits: destructors run, but no object is unmapped any more. What
/// other threads, signal handlers and later destructors defer must still be
/// found.
bool Exiting;

void noteExit() { __atomic_store_n(&Exiting, true, __ATOMIC_RELAXED); }

} // namespace

/// Functions of atexit() run before the destructors of objects do.
void watchExit() noexcept {
  static bool Watching;
  if (!__atomic_exchange_n(&Watching, true, __ATOMIC_RELAXED))
    atexit(noteExit);
}

} // namespace deferc

using namespace deferc;

/// Forgets the funcdata that begins at Begin. Called by the destructor of the
/// object that it belongs to. Has no effect while the process exits.
///
/// Does not allocate, lock or unwind.
extern "C" void __deferc_unregisterfuncdata(const void *Begin,
                                            const void *) noexcept {
  if (__atomic_load_n(&Exiting, __ATOMIC_RELAXED))
    return;
  auto IsIt = [Begin](const FuncdataObject &O) {
    return get(O.Begin) == Begin;
  };
  for (FuncdataObject *O = firstFuncdataObject(); O; O = O->Next)
    if (beginChange(*O, IsIt)) {
      set(O->Begin, static_cast<const uint8_t *>(nullptr));
      endChange(*O);
      return;
    }
}
