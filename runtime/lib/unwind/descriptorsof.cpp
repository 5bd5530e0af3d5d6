//===- descriptorsof.cpp - Find the descriptors of a function -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The search of a panic in the indexes of FuncdataObjects.h.
///
//===----------------------------------------------------------------------===//

#include "unwind/FrameRows.h"
#include "unwind/Funcdata.h"
#include "unwind/FuncdataObjects.h"

namespace deferc {

FuncdataObject *FuncdataObjects;

namespace {

/// The first function of the index at or after this address.
size_t lowerBound(const FuncdataIndex &I, size_t Count,
                  uintptr_t Address) noexcept {
  size_t Low = 0, High = Count;
  while (Low < High) {
    size_t Middle = Low + (High - Low) / 2;
    if (get(I.Functions[Middle].Where) < Address)
      Low = Middle + 1;
    else
      High = Middle;
  }
  return Low;
}

/// Whether the object has not changed since it had this version.
bool isAt(const FuncdataObject &O, uint64_t Version) noexcept {
  __atomic_thread_fence(__ATOMIC_ACQUIRE);
  return get(O.Version) == Version;
}

} // namespace

/// An end that is not known is read from the tables of the function itself,
/// which cannot be unloaded while it is on the stack.
DescriptorsOf::DescriptorsOf(uintptr_t Region, uintptr_t End,
                             uint8_t Kind) noexcept
    : Region(Region), RegionEnd(End), Kind(Kind) {
  FrameRow Row;
  KnownTables Known;
  if (Region && !RegionEnd && readRow(Region, Row, Known) &&
      Row.Start == Region)
    RegionEnd = Row.End;
}

/// Whether an address at or after Region is in the function.
bool DescriptorsOf::has(uintptr_t Address) const noexcept {
  return RegionEnd ? Address < RegionEnd : functionStart(Address) == Region;
}

/// The next descriptor in one object. Skips that many descriptors of the
/// function first. When the object has too few, returns null and lowers Skip by
/// what it had.
const uint8_t *DescriptorsOf::searchObject(const FuncdataObject &O,
                                           unsigned &Skip) const noexcept {
  for (;;) {
    uint64_t Version = __atomic_load_n(&O.Version, __ATOMIC_ACQUIRE);
    const FuncdataIndex *I = get(O.Index);
    if (Version % 2 || !get(O.Begin) || !I)
      return nullptr;
    size_t Count = get(I->Count);
    if (Count > I->Capacity) // Of another version.
      continue;
    unsigned Left = Skip;
    const uint8_t *Found = nullptr;
    for (size_t N = lowerBound(*I, Count, Region); N < Count; ++N) {
      uintptr_t Where = get(I->Functions[N].Where);
      const uint8_t *Descriptor = get(I->Functions[N].Descriptor);
      if (!isAt(O, Version) || !has(Where))
        break;
      if (FuncdataDescriptor{Descriptor}.kind() == Kind && Left-- == 0) {
        Found = Descriptor;
        break;
      }
    }
    if (isAt(O, Version)) {
      Skip = Left;
      return Found;
    }
  }
}

FuncdataDescriptor DescriptorsOf::next() noexcept {
  if (!Region)
    return {nullptr};
  unsigned Skip = Seen++;
  for (FuncdataObject *O = firstFuncdataObject(); O; O = O->Next)
    if (const uint8_t *Descriptor = searchObject(*O, Skip))
      return {Descriptor};
  return {nullptr};
}

} // namespace deferc
