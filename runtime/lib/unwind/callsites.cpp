//===- callsites.cpp - Read the call-site table of a function -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the call-site table of the language specific data (Itanium ABI,
/// "Exception handling tables"; the layout is GCC's, and Clang's).
///
//===----------------------------------------------------------------------===//

#include "unwind/CallSites.h"
#include "unwind/TableReader.h"

namespace deferc {

bool isInSplitFunction(const StackFrame &F) noexcept {
  return F.LSDA && *reinterpret_cast<const uint8_t *>(F.LSDA) != Omit;
}

CallSite findCallSite(const StackFrame &F, uintptr_t &Pad) noexcept {
  if (!F.LSDA)
    return CallSite::Nothing;
  TableReader R(reinterpret_cast<const void *>(F.LSDA));
  uint8_t StartEncoding = R.byte();
  uintptr_t PadBase =
      StartEncoding == Omit ? F.Region : R.encoded(StartEncoding);
  if (R.byte() != Omit)
    R.uleb();
  uint8_t How = R.byte();
  uint64_t Length = R.uleb();
  const uint8_t *End = R.at() + Length;
  while (R.at() < End) {
    uintptr_t Start = F.Region + R.encoded(How);
    uint64_t Size = R.encoded(How);
    uint64_t PadOffset = R.encoded(How);
    R.uleb(); // action
    if (F.IP < Start)
      break;
    if (F.IP >= Start + Size)
      continue;
    Pad = PadOffset ? PadBase + PadOffset : 0;
    return Pad ? CallSite::Pad : CallSite::Nothing;
  }
  return CallSite::Terminates;
}

} // namespace deferc
