//===- funcdata.cpp - Find and read what open-coded functions left --------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every executable and shared object with open-coded functions registers its
/// section deferc_funcdata: entries of the form that RecordLayout.def gives, in
/// the order of the code they belong to. The first search makes an index over
/// them, sorted by the address that each entry names in its function's entry
/// block; from then on a search costs a binary search for each object, and one
/// look at the unwind tables for each entry that is met the first time.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

namespace deferc {
namespace {

constexpr unsigned WhereOffset = 8, BodyOffset = 12, PairSize = 8;
constexpr unsigned KindOffset = 4, SizeOffset = 6;

template <typename T> T read(const uint8_t *At) noexcept {
  T Value;
  memcpy(&Value, At, sizeof Value);
  return Value;
}

uintptr_t readSelfRelative(const uint8_t *At) noexcept {
  return reinterpret_cast<uintptr_t>(At) + read<int32_t>(At);
}

struct IndexEntry {
  uintptr_t Where;
  uintptr_t Start; ///< Of the function; 0 before it is asked for.
  const uint8_t *Entry;
};

/// One executable or shared object.
struct Object {
  Object *Next;
  const uint8_t *Begin, *End;
  IndexEntry *Index; ///< Null before the first search.
  size_t Count;
};

Object *Objects;
pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;

void checkEntry(const uint8_t *At, const uint8_t *End) noexcept {
  size_t Room = End - At;
  unsigned Size = Room >= BodyOffset ? read<uint16_t>(At + SizeOffset) : 0;
  if (Room < BodyOffset || read<uint32_t>(At) != FuncdataMagic ||
      Size < BodyOffset + 4 || Size % 4 || Size > Room ||
      (At[KindOffset] == FuncdataKindOpenCoded &&
       BodyOffset + PairSize * At[KindOffset + 1] >= Size))
    fatal(
        "damaged funcdata at %p: was this object built with another version of "
        "deferc?",
        static_cast<const void *>(At));
}

int compareEntries(const void *A, const void *B) {
  auto *L = static_cast<const IndexEntry *>(A),
       *R = static_cast<const IndexEntry *>(B);
  if (L->Where != R->Where)
    return L->Where < R->Where ? -1 : 1;
  return L->Entry < R->Entry ? -1 : L->Entry > R->Entry;
}

void makeIndex(Object &O) noexcept {
  size_t Count = 0;
  for (const uint8_t *At = O.Begin; At < O.End;
       At += read<uint16_t>(At + SizeOffset)) {
    checkEntry(At, O.End);
    ++Count;
  }
  auto *Index =
      static_cast<IndexEntry *>(malloc((Count + 1) * sizeof(IndexEntry)));
  if (!Index)
    fatal("out of memory: cannot index the funcdata of a panicking program");
  size_t I = 0;
  bool Sorted = true;
  for (const uint8_t *At = O.Begin; At < O.End;
       At += read<uint16_t>(At + SizeOffset)) {
    Index[I] = {readSelfRelative(At + WhereOffset), 0, At};
    Sorted &= I == 0 || Index[I - 1].Where <= Index[I].Where;
    ++I;
  }
  if (!Sorted) // A linker without link order.
    qsort(Index, Count, sizeof *Index, compareEntries);
  O.Index = Index;
  O.Count = Count;
}

/// The first entry at or after this address.
size_t lowerBound(const Object &O, uintptr_t Address) noexcept {
  size_t Low = 0, High = O.Count;
  while (Low < High) {
    size_t Middle = Low + (High - Low) / 2;
    if (O.Index[Middle].Where < Address)
      Low = Middle + 1;
    else
      High = Middle;
  }
  return Low;
}

/// The Nth entry of this kind in the function that starts at Region.
const uint8_t *findEntry(uintptr_t Region, uint8_t Kind, unsigned N) noexcept {
  for (Object *O = Objects; O; O = O->Next) {
    if (!O->Index)
      makeIndex(*O);
    for (size_t I = lowerBound(*O, Region); I < O->Count; ++I) {
      IndexEntry &E = O->Index[I];
      if (!E.Start)
        E.Start = functionStart(E.Where);
      if (E.Start != Region)
        break;
      if (E.Entry[KindOffset] == Kind && N-- == 0)
        return E.Entry;
    }
  }
  return nullptr;
}

} // namespace

Funcdata FuncdataOf::next() noexcept {
  if (!Region || !__atomic_load_n(&Objects, __ATOMIC_ACQUIRE))
    return {nullptr};
  pthread_mutex_lock(&Lock);
  const uint8_t *Entry = findEntry(Region, Kind, Seen++);
  pthread_mutex_unlock(&Lock);
  return {Entry};
}

RunHalf Funcdata::run(unsigned I) const noexcept {
  return reinterpret_cast<RunHalf>(
      readSelfRelative(Entry + BodyOffset + PairSize * I));
}

uint32_t Funcdata::envOffset(unsigned I) const noexcept {
  return read<uint32_t>(Entry + BodyOffset + PairSize * I + 4);
}

uintptr_t Funcdata::deferredEntry() const noexcept {
  return readSelfRelative(Entry + BodyOffset);
}

/// The slot is a `lea DISPLACEMENT(%rbp or %rbx), %rax`: REX.W 8d /r.
uint8_t *Funcdata::frame(const StackFrame &F) const noexcept {
  const uint8_t *Lea = Entry + BodyOffset + PairSize * count();
  unsigned Mod = Lea[2] >> 6, Reg = (Lea[2] >> 3) & 7, Base = Lea[2] & 7;
  bool IsRBP = Base == 5, IsRBX = Base == 3;
  if (Lea[0] != 0x48 || Lea[1] != 0x8d || Reg != 0 || Mod == 3 ||
      (Mod == 0 && IsRBP) || !(IsRBP || IsRBX))
    fatal("damaged funcdata at %p: the frame of a function that defers is not "
          "relative to %%rbp or %%rbx",
          static_cast<const void *>(Entry));
  intptr_t Displacement = Mod == 0   ? 0
                          : Mod == 1 ? read<int8_t>(Lea + 3)
                                     : read<int32_t>(Lea + 3);
  return reinterpret_cast<uint8_t *>((IsRBP ? F.RBP : F.RBX) + Displacement);
}

} // namespace deferc

using namespace deferc;

/// Makes the funcdata of one object known. Called by its constructor; allocates
/// a node.
extern "C" void __deferc_registerfuncdata(const void *Begin,
                                          const void *End) noexcept {
  if (Begin == End)
    return;
  auto *O = static_cast<Object *>(calloc(1, sizeof(Object)));
  if (!O)
    fatal("out of memory: cannot register funcdata");
  O->Begin = static_cast<const uint8_t *>(Begin);
  O->End = static_cast<const uint8_t *>(End);
  pthread_mutex_lock(&Lock);
  O->Next = Objects;
  __atomic_store_n(&Objects, O, __ATOMIC_RELEASE);
  pthread_mutex_unlock(&Lock);
}

/// Forgets it, before the object is unmapped. Called by its destructor.
extern "C" void __deferc_unregisterfuncdata(const void *Begin,
                                            const void *) noexcept {
  pthread_mutex_lock(&Lock);
  for (Object **At = &Objects; *At; At = &(*At)->Next)
    if ((*At)->Begin == Begin) {
      Object *Gone = *At;
      __atomic_store_n(At, Gone->Next, __ATOMIC_RELEASE);
      free(Gone->Index);
      free(Gone);
      break;
    }
  pthread_mutex_unlock(&Lock);
}
