//===- deferredentry.cpp - A function's entry for panicking callers -------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A deferred call through a function pointer, made by a panic, must use the
/// callee's entry for deferred calls when it has one: the funcdata of a
/// function that calls recover() tells where it is.
///
/// The address of a function of a shared object may be that of a stub in a
/// fixed address executable; the stub is followed through its slot.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <string.h>

namespace deferc {
namespace {

/// Where a PLT stub jumps to: `[endbr64] [bnd] jmp *slot(%rip)`; 0 for code
/// that is none.
uintptr_t followStub(uintptr_t Function) noexcept {
  constexpr uint8_t EndBr64[] = {0xf3, 0x0f, 0x1e, 0xfa};
  auto *Code = reinterpret_cast<const uint8_t *>(Function);
  if (memcmp(Code, EndBr64, sizeof EndBr64) == 0)
    Code += sizeof EndBr64;
  if (*Code == 0xf2)
    ++Code;
  if (Code[0] != 0xff || Code[1] != 0x25)
    return 0;
  int32_t Displacement;
  memcpy(&Displacement, Code + 2, sizeof Displacement);
  return *reinterpret_cast<const uintptr_t *>(Code + 6 + Displacement);
}

} // namespace
} // namespace deferc

using namespace deferc;

/// Returns the entry for deferred calls, or the function itself when it has
/// none. A null function is returned as it is.
///
/// Neither locks nor unwinds.
extern "C" void *__deferc_deferredentry(void *Function) noexcept {
  if (!Function)
    return Function;
  uintptr_t Start = reinterpret_cast<uintptr_t>(Function);
  if (functionStart(Start) != Start)
    if (uintptr_t Target = followStub(Start))
      Start = Target;
  Funcdata D = FuncdataOf(Start, 0, FuncdataKindEntry).next();
  return D.Entry ? reinterpret_cast<void *>(D.deferredEntry()) : Function;
}
