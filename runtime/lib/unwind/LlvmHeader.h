//===- LlvmHeader.h - The exception header of libc++abi ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of libc++abi's __cxa_exception that the runtime reads and writes.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_LLVMHEADER_H
#define DEFERC_RUNTIME_UNWIND_LLVMHEADER_H

#include "support/Config.h"

#include <stddef.h>

namespace deferc DEFERC_HIDDEN {

struct LlvmHeader {
  void *Reserve;
  size_t ReferenceCount;
  void *ExceptionType;
  void (*Destructor)(void *);
  void (*UnexpectedHandler)();
  void (*TerminateHandler)();
  LlvmHeader *NextException;
  int HandlerCount;
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_LLVMHEADER_H
