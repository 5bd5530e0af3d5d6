//===- registerfuncdata.cpp - Make an object's funcdata known -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `registerfuncdata`: checks the descriptors of one executable or shared
/// object and makes an index of them (FuncdataObjects.h). A descriptor that
/// this runtime cannot read thus ends the program before any deferred call can
/// be missed.
///
//===----------------------------------------------------------------------===//

#include "support/EntryPoints.h"
#include "support/Fatal.h"
#include "symbols/Symbols.h"
#include "unwind/Funcdata.h"
#include "unwind/FuncdataObjects.h"

#include <stdlib.h>

namespace deferc {
namespace {

/// An object that nobody else changes, in the list, with an odd version.
FuncdataObject *takeRoom() noexcept {
  for (FuncdataObject *O = firstFuncdataObject(); O; O = O->Next)
    if (beginChange(
            *O, [](const FuncdataObject &Room) { return !get(Room.Begin); }))
      return O;
  auto *O = static_cast<FuncdataObject *>(calloc(1, sizeof(FuncdataObject)));
  if (!O)
    return nullptr;
  O->Version = 1;
  O->Next = __atomic_load_n(&FuncdataObjects, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n(&FuncdataObjects, &O->Next, O, false,
                                      __ATOMIC_RELEASE, __ATOMIC_RELAXED))
    ;
  return O;
}

/// Room for so many functions. Searches may still read an index that is too
/// small, so it is never freed. The new one is at least twice as large, so that
/// all old ones together take no more than it does.
FuncdataIndex *takeIndex(FuncdataObject &O, size_t Count) noexcept {
  if (O.Index && O.Index->Capacity >= Count)
    return O.Index;
  size_t Capacity = O.Index ? 2 * O.Index->Capacity : 0;
  if (Capacity < Count)
    Capacity = Count;
  auto *I = static_cast<FuncdataIndex *>(
      calloc(1, sizeof(FuncdataIndex) + Capacity * sizeof(IndexedFunction)));
  if (I)
    I->Capacity = Capacity;
  return I;
}

size_t checkAndCount(const uint8_t *Begin, const uint8_t *End) noexcept {
  size_t Count = 0;
  for (FuncdataDescriptor D = {Begin}; D.At < End; D.At += D.size()) {
    D.check(End);
    ++Count;
  }
  return Count;
}

int compareFunctions(const void *A, const void *B) {
  auto *L = static_cast<const IndexedFunction *>(A),
       *R = static_cast<const IndexedFunction *>(B);
  if (L->Where != R->Where)
    return L->Where < R->Where ? -1 : 1;
  return L->Descriptor < R->Descriptor ? -1 : L->Descriptor > R->Descriptor;
}

void fillIndex(FuncdataIndex &I, const uint8_t *Begin,
               const uint8_t *End) noexcept {
  size_t Count = 0;
  bool Sorted = true;
  for (FuncdataDescriptor D = {Begin}; D.At < End; D.At += D.size()) {
    IndexedFunction &F = I.Functions[Count];
    set(F.Where, D.where());
    set(F.Descriptor, D.At);
    Sorted &= !Count || I.Functions[Count - 1].Where <= F.Where;
    ++Count;
  }
  if (!Sorted) // A linker without link order.
    qsort(I.Functions, Count, sizeof(IndexedFunction), compareFunctions);
  set(I.Count, Count);
}

} // namespace
} // namespace deferc

using namespace deferc;

/// Makes the funcdata at [Begin, End) known, until it is unregistered. Called
/// by the constructor of the object that it belongs to. A descriptor that is
/// damaged, or of a kind that this runtime does not know, is a fatal error.
///
/// Allocates 16 bytes for each descriptor, unless there is room of an object
/// that is gone; out of memory is a fatal error. Does not lock or unwind.
extern "C" void __deferc_registerfuncdata(const void *Begin,
                                          const void *End) noexcept {
  auto *First = static_cast<const uint8_t *>(Begin);
  auto *Last = static_cast<const uint8_t *>(End);
  size_t Count = checkAndCount(First, Last);
  if (!Count)
    return;
  watchExit();
  FuncdataObject *O = takeRoom();
  FuncdataIndex *I = O ? takeIndex(*O, Count) : nullptr;
  if (!I)
    fatal("out of memory: cannot register the funcdata of %s",
          objectName(reinterpret_cast<uintptr_t>(Begin)));
  fillIndex(*I, First, Last);
  set(O->Index, I);
  set(O->Begin, First);
  endChange(*O);
}
