//===- cxxlibrary.cpp - Exceptions of the C++ library ---------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements CxxLibrary.h.
///
//===----------------------------------------------------------------------===//

#include "unwind/CxxLibrary.h"

#include <stdlib.h>

extern "C" __attribute__((weak)) void stdTerminate() __asm__("_ZSt9terminatev");

namespace deferc {

static bool isNative(const _Unwind_Exception *E) {
  uint64_t Class = E->exception_class & ClassMask;
  return Class == GnuClass || Class == LlvmClass;
}

void endException(_Unwind_Exception *E) noexcept {
  if (isNative(E) && __cxa_begin_catch && __cxa_end_catch) {
    __cxa_begin_catch(E);
    __cxa_end_catch();
    return;
  }
  _Unwind_DeleteException(E);
}

void countUncaught(const _Unwind_Exception *E, bool Back) noexcept {
  if (isNative(E) && __cxa_get_globals)
    __cxa_get_globals()->UncaughtExceptions += Back ? 1 : -1;
}

void terminate() noexcept {
  if (stdTerminate)
    stdTerminate();
  abort();
}

void terminateWith(_Unwind_Exception *E) noexcept {
  if (__cxa_begin_catch)
    __cxa_begin_catch(E);
  terminate();
}

} // namespace deferc
