//===- deferredentry.cpp - Where a panicking caller enters a function -----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic that makes a deferred call through a function pointer must use the
/// deferred entry point of the callee, when the callee has one. The funcdata of
/// a function that calls recover() tells where that is.
///
/// In a position dependent executable, the address of a shared object's
/// function may be that of a stub. The stub is followed through its slot.
///
//===----------------------------------------------------------------------===//

#include "support/EntryPoints.h"
#include "unwind/FrameRows.h"
#include "unwind/Funcdata.h"

#include <string.h>

namespace deferc {
namespace {

/// Where a PLT stub jumps to: `[endbr64] [bnd] jmp *slot(%rip)`; 0 for code
/// that is no stub.
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

/// Returns the deferred entry point of the function, or the function itself
/// when it has none. A null function is returned as it is.
///
/// Searches the unwind tables and the funcdata of each object. Does not
/// allocate, lock or unwind.
extern "C" void *__deferc_deferredentry(void *Function) noexcept {
  if (!Function)
    return Function;
  uintptr_t Start = reinterpret_cast<uintptr_t>(Function);
  if (functionStart(Start) != Start)
    if (uintptr_t Target = followStub(Start))
      Start = Target;
  FuncdataDescriptor D = DescriptorsOf(Start, 0, FuncdataKindRecovers).next();
  return D.At ? reinterpret_cast<void *>(D.deferredEntryPoint()) : Function;
}
