//===- registerfuncdata.cpp - Find the funcdata of a function -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every executable and shared object with funcdata registers its section in a
/// constructor and takes it back in a destructor. Registering checks all
/// entries and makes an index over them: pairs of an address in the entry block
/// of a function and its entry, sorted by address. An entry that this runtime
/// cannot read thus ends the program before any deferred call can be missed.
///
/// A panic searches the indexes without a lock, since it may run in a signal
/// handler, or in the child of a fork whose parent had a thread here. Each
/// object has a version, which is odd while the object is being registered or
/// taken back. A search reads the version, then the index, then the version
/// again, and starts over when the two differ (a sequence lock). An odd version
/// means that no function of the object can be on a stack, so the search goes
/// on to the next object instead of waiting.
///
/// A search may still read the index of an object that is gone. So neither
/// objects nor indexes are ever freed: they are kept for the next object that
/// is loaded. A program that loads and unloads plugins needs no more of them
/// than it has had at one time.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"
#include "report/Symbols.h"
#include "unwind/FrameRows.h"

#include <stdlib.h>

namespace deferc {
namespace {

struct IndexEntry {
  uintptr_t Where; ///< In the entry block of a function.
  const uint8_t *Entry;
};

struct Index {
  size_t Capacity; ///< Does not change.
  size_t Count;
  IndexEntry Entries[];
};

} // namespace

/// One executable or shared object, or room for one.
struct FuncdataObject {
  FuncdataObject *Next;
  uint64_t Version;     ///< Odd while what follows changes.
  const uint8_t *Begin; ///< Of the section; null when the room is free.
  Index *Entries;       ///< Also of free room, for the next object.
};

namespace {

FuncdataObject *Objects; ///< Grows at its head only.

/// The process is exiting: destructors run, but no object is unmapped any more.
/// What other threads, signal handlers and later destructors defer is still
/// found.
bool Exiting;

// What a search reads while another thread may be writing it.

template <typename T> T get(const T &From) noexcept {
  return __atomic_load_n(&From, __ATOMIC_RELAXED);
}

template <typename T> void set(T &To, T Value) noexcept {
  __atomic_store_n(&To, Value, __ATOMIC_RELAXED);
}

//===-- Searching ---------------------------------------------------------===//

/// The first entry at or after this address.
size_t lowerBound(const Index &I, size_t Count, uintptr_t Address) noexcept {
  size_t Low = 0, High = Count;
  while (Low < High) {
    size_t Middle = Low + (High - Low) / 2;
    if (get(I.Entries[Middle].Where) < Address)
      Low = Middle + 1;
    else
      High = Middle;
  }
  return Low;
}

bool isAt(const FuncdataObject &O, uint64_t Version) noexcept {
  __atomic_thread_fence(__ATOMIC_ACQUIRE);
  return get(O.Version) == Version;
}

} // namespace

/// An end that is not known is read from the tables of the function itself,
/// which cannot be unloaded while it is on the stack.
FuncdataOf::FuncdataOf(uintptr_t Region, uintptr_t End, uint8_t Kind) noexcept
    : Region(Region), RegionEnd(End), Kind(Kind) {
  FrameRow Row;
  KnownTables Known;
  if (Region && !RegionEnd && readRow(Region, Row, Known) &&
      Row.Start == Region)
    RegionEnd = Row.End;
}

/// Whether an address at or after Region is in the function.
bool FuncdataOf::has(uintptr_t Address) const noexcept {
  return RegionEnd ? Address < RegionEnd : functionStart(Address) == Region;
}

/// The next entry in one object. Skips that many entries of the function first.
/// When the object has too few, returns null and lowers Skip by what it had.
const uint8_t *FuncdataOf::searchObject(const FuncdataObject &O,
                                        unsigned &Skip) const noexcept {
  for (;;) {
    uint64_t Version = __atomic_load_n(&O.Version, __ATOMIC_ACQUIRE);
    const Index *I = get(O.Entries);
    if (Version % 2 || !get(O.Begin) || !I)
      return nullptr;
    size_t Count = get(I->Count);
    if (Count > I->Capacity) // Of another version.
      continue;
    unsigned Left = Skip;
    const uint8_t *Found = nullptr;
    for (size_t At = lowerBound(*I, Count, Region); At < Count; ++At) {
      uintptr_t Where = get(I->Entries[At].Where);
      const uint8_t *Entry = get(I->Entries[At].Entry);
      if (!isAt(O, Version) || !has(Where))
        break;
      if (Funcdata{Entry}.kind() == Kind && Left-- == 0) {
        Found = Entry;
        break;
      }
    }
    if (isAt(O, Version)) {
      Skip = Left;
      return Found;
    }
  }
}

Funcdata FuncdataOf::next() noexcept {
  if (!Region)
    return {nullptr};
  unsigned Skip = Seen++;
  for (FuncdataObject *O = __atomic_load_n(&Objects, __ATOMIC_ACQUIRE); O;
       O = O->Next)
    if (const uint8_t *Entry = searchObject(*O, Skip))
      return {Entry};
  return {nullptr};
}

namespace {

//===-- Registering -------------------------------------------------------===//

/// Makes the version odd, unless the object is changing or is not the one that
/// was looked for.
template <typename Predicate>
bool beginChange(FuncdataObject &O, Predicate IsWanted) noexcept {
  uint64_t Version = __atomic_load_n(&O.Version, __ATOMIC_ACQUIRE);
  return Version % 2 == 0 && IsWanted(O) &&
         __atomic_compare_exchange_n(&O.Version, &Version, Version + 1, false,
                                     __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

void endChange(FuncdataObject &O) noexcept {
  __atomic_store_n(&O.Version, O.Version + 1, __ATOMIC_RELEASE);
}

/// An object that nobody else changes, in the list, with an odd version.
FuncdataObject *takeRoom() noexcept {
  for (FuncdataObject *O = __atomic_load_n(&Objects, __ATOMIC_ACQUIRE); O;
       O = O->Next)
    if (beginChange(
            *O, [](const FuncdataObject &Room) { return !get(Room.Begin); }))
      return O;
  auto *O = static_cast<FuncdataObject *>(calloc(1, sizeof(FuncdataObject)));
  if (!O)
    return nullptr;
  O->Version = 1;
  O->Next = __atomic_load_n(&Objects, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n(&Objects, &O->Next, O, false,
                                      __ATOMIC_RELEASE, __ATOMIC_RELAXED))
    ;
  return O;
}

/// Room for so many entries. Searches may still read an index that is too
/// small, so it is never freed. The new one is at least twice as large, so that
/// all old ones together take no more than it does.
Index *takeIndex(FuncdataObject &O, size_t Count) noexcept {
  if (O.Entries && O.Entries->Capacity >= Count)
    return O.Entries;
  size_t Capacity = O.Entries ? 2 * O.Entries->Capacity : 0;
  if (Capacity < Count)
    Capacity = Count;
  auto *I = static_cast<Index *>(
      calloc(1, sizeof(Index) + Capacity * sizeof(IndexEntry)));
  if (I)
    I->Capacity = Capacity;
  return I;
}

void noteExit() { __atomic_store_n(&Exiting, true, __ATOMIC_RELAXED); }

/// Functions of atexit() run before destructors of objects do.
void watchExit() noexcept {
  static bool Watching;
  if (!__atomic_exchange_n(&Watching, true, __ATOMIC_RELAXED))
    atexit(noteExit);
}

size_t checkAndCount(const uint8_t *Begin, const uint8_t *End) noexcept {
  size_t Count = 0;
  for (Funcdata D = {Begin}; D.Entry < End; D.Entry += D.size()) {
    D.check(End);
    ++Count;
  }
  return Count;
}

int compareEntries(const void *A, const void *B) {
  auto *L = static_cast<const IndexEntry *>(A),
       *R = static_cast<const IndexEntry *>(B);
  if (L->Where != R->Where)
    return L->Where < R->Where ? -1 : 1;
  return L->Entry < R->Entry ? -1 : L->Entry > R->Entry;
}

void fillIndex(Index &I, const uint8_t *Begin, const uint8_t *End) noexcept {
  size_t Count = 0;
  bool Sorted = true;
  for (Funcdata D = {Begin}; D.Entry < End; D.Entry += D.size()) {
    IndexEntry &E = I.Entries[Count];
    set(E.Where, D.where());
    set(E.Entry, D.Entry);
    Sorted &= !Count || I.Entries[Count - 1].Where <= E.Where;
    ++Count;
  }
  if (!Sorted) // A linker without link order.
    qsort(I.Entries, Count, sizeof(IndexEntry), compareEntries);
  set(I.Count, Count);
}

} // namespace
} // namespace deferc

using namespace deferc;

/// Makes the funcdata of one object known. Called by its constructor. Checks
/// each entry: one that is damaged, or of a kind that this runtime does not
/// know, is a fatal error. Allocates the index, 16 bytes for each entry; does
/// not lock.
extern "C" void __deferc_registerfuncdata(const void *Begin,
                                          const void *End) noexcept {
  auto *First = static_cast<const uint8_t *>(Begin);
  auto *Last = static_cast<const uint8_t *>(End);
  size_t Count = checkAndCount(First, Last);
  if (!Count)
    return;
  watchExit();
  FuncdataObject *O = takeRoom();
  Index *I = O ? takeIndex(*O, Count) : nullptr;
  if (!I)
    fatal("out of memory: cannot register the funcdata of %s",
          objectName(reinterpret_cast<uintptr_t>(Begin)));
  fillIndex(*I, First, Last);
  set(O->Entries, I);
  set(O->Begin, First);
  endChange(*O);
}

/// Forgets it, before the object is unmapped. Called by its destructor. Does
/// not lock.
extern "C" void __deferc_unregisterfuncdata(const void *Begin,
                                            const void *) noexcept {
  if (__atomic_load_n(&Exiting, __ATOMIC_RELAXED))
    return;
  auto IsIt = [Begin](const FuncdataObject &O) {
    return get(O.Begin) == Begin;
  };
  for (FuncdataObject *O = __atomic_load_n(&Objects, __ATOMIC_ACQUIRE); O;
       O = O->Next)
    if (beginChange(*O, IsIt)) {
      set(O->Begin, static_cast<const uint8_t *>(nullptr));
      endChange(*O);
      return;
    }
}
