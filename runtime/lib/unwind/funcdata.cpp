//===- funcdata.cpp - Read a funcdata descriptor --------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads and checks one descriptor. descriptorsof.cpp finds the descriptors of
/// a function.
///
//===----------------------------------------------------------------------===//

#include "unwind/Funcdata.h"
#include "support/Fatal.h"
#include "symbols/Symbols.h"

#include <string.h>

namespace deferc {
namespace {

constexpr unsigned WhereOffset = 8, BodyOffset = 12, PairSize = 8;
constexpr unsigned KindOffset = 4, CountOffset = 5, SizeOffset = 6;
constexpr unsigned Alignment = 4;

template <typename T> T read(const uint8_t *At) noexcept {
  T Value;
  memcpy(&Value, At, sizeof Value);
  return Value;
}

uintptr_t readSelfRelative(const uint8_t *At) noexcept {
  return reinterpret_cast<uintptr_t>(At) + read<int32_t>(At);
}

/// Bytes that a descriptor of this kind has at least; 0 for a kind that this
/// runtime does not know.
unsigned leastSize(const uint8_t *At) noexcept {
  constexpr unsigned Lea = 4, Reference = 4;
  switch (At[KindOffset]) {
  case FuncdataKindOpenCoded:
    return BodyOffset + PairSize * At[CountOffset] + Lea;
  case FuncdataKindRecovers:
    return BodyOffset + Reference;
  default:
    return 0;
  }
}

} // namespace

void FuncdataDescriptor::check(const uint8_t *End) const noexcept {
  size_t Room = End - At;
  bool IsWhole = Room >= BodyOffset && read<uint32_t>(At) == FuncdataMagic &&
                 size() >= BodyOffset && size() % Alignment == 0 &&
                 size() <= Room;
  unsigned Least = IsWhole ? leastSize(At) : 0;
  if (IsWhole && !Least)
    fatal("%s has funcdata of kind %u, which this runtime does not know; build "
          "it with the version of deferc that the runtime is of",
          objectName(reinterpret_cast<uintptr_t>(At)), kind());
  if (!IsWhole || size() < Least)
    fatal("damaged funcdata at %p in %s; was it built with another version of "
          "deferc?",
          static_cast<const void *>(At),
          objectName(reinterpret_cast<uintptr_t>(At)));
}

uint8_t FuncdataDescriptor::kind() const noexcept { return At[KindOffset]; }

unsigned FuncdataDescriptor::count() const noexcept { return At[CountOffset]; }

unsigned FuncdataDescriptor::size() const noexcept {
  return read<uint16_t>(At + SizeOffset);
}

uintptr_t FuncdataDescriptor::where() const noexcept {
  return readSelfRelative(At + WhereOffset);
}

RunHalf FuncdataDescriptor::run(unsigned I) const noexcept {
  return reinterpret_cast<RunHalf>(
      readSelfRelative(At + BodyOffset + PairSize * I));
}

uint32_t FuncdataDescriptor::envOffset(unsigned I) const noexcept {
  return read<uint32_t>(At + BodyOffset + PairSize * I + 4);
}

uintptr_t FuncdataDescriptor::deferredEntryPoint() const noexcept {
  return readSelfRelative(At + BodyOffset);
}

/// The slot is a `lea DISPLACEMENT(%rbp or %rbx), %rax`: REX.W 8d /r.
uint8_t *FuncdataDescriptor::frame(const StackFrame &F) const noexcept {
  const uint8_t *Lea = At + BodyOffset + PairSize * count();
  unsigned Mod = Lea[2] >> 6, Reg = (Lea[2] >> 3) & 7, Base = Lea[2] & 7;
  bool IsRBP = Base == 5, IsRBX = Base == 3;
  if (Lea[0] != 0x48 || Lea[1] != 0x8d || Reg != 0 || Mod == 3 ||
      (Mod == 0 && IsRBP) || !(IsRBP || IsRBX))
    fatal("damaged funcdata at %p: the frame of a function that defers is not "
          "relative to %%rbp or %%rbx",
          static_cast<const void *>(At));
  intptr_t Displacement = Mod == 0   ? 0
                          : Mod == 1 ? read<int8_t>(Lea + 3)
                                     : read<int32_t>(Lea + 3);
  return reinterpret_cast<uint8_t *>((IsRBP ? F.RBP : F.RBX) + Displacement);
}

} // namespace deferc
