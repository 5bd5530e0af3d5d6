//===- CxxLibrary.h - Exceptions of the C++ library -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the runtime does with exceptions that it did not make. The C++ library
/// is reached through weak references (Itanium ABI 2.4 and 2.5), since a C
/// program has none.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_CXXLIBRARY_H
#define DEFERC_RUNTIME_UNWIND_CXXLIBRARY_H

#include "support/Config.h"

#include <stddef.h>
#include <stdint.h>
#include <unwind.h>

extern "C" {
struct CxaGlobals {
  void *CaughtExceptions;
  unsigned UncaughtExceptions;
};
__attribute__((weak)) CxaGlobals *__cxa_get_globals();
__attribute__((weak)) void *__cxa_begin_catch(void *Exception);
__attribute__((weak)) void __cxa_end_catch();
}

namespace deferc DEFERC_HIDDEN {

// Vendor and language of an exception class. The last byte is not part of them:
// it marks a dependent exception.
constexpr uint64_t GnuClass = 0x474e5543432b2b00;  // "GNUCC++\0"
constexpr uint64_t LlvmClass = 0x434c4e47432b2b00; // "CLNGC++\0"
constexpr uint64_t ClassMask = ~uint64_t(0xff);

/// Ends an exception that was thrown and not caught, as a handler would that
/// catches it and returns.
DEFERC_HIDDEN void endException(_Unwind_Exception *E) noexcept;
/// Takes a thrown exception out of std::uncaught_exceptions(), or puts it back.
/// An exception of another language is not counted.
DEFERC_HIDDEN void countUncaught(const _Unwind_Exception *E,
                                 bool Back) noexcept;
/// Ends the program by std::terminate(), or abort() where there is none.
[[noreturn]] DEFERC_HIDDEN void terminate() noexcept;
/// Ends the program as an exception does that nobody catches.
[[noreturn]] DEFERC_HIDDEN void terminateWith(_Unwind_Exception *E) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_CXXLIBRARY_H
