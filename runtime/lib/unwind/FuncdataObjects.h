//===- FuncdataObjects.h - Funcdata of the loaded objects -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every executable and shared object with funcdata registers its section in a
/// constructor and takes it back in a destructor. The runtime keeps an index of
/// each section: pairs of an address in the entry block of a function and the
/// function's descriptor, sorted by address.
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

#ifndef DEFERC_RUNTIME_UNWIND_FUNCDATAOBJECTS_H
#define DEFERC_RUNTIME_UNWIND_FUNCDATAOBJECTS_H

#include "support/Config.h"

#include <stddef.h>
#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

struct IndexedFunction {
  uintptr_t Where; ///< In the entry block of the function.
  const uint8_t *Descriptor;
};

struct FuncdataIndex {
  size_t Capacity; ///< Does not change.
  size_t Count;
  IndexedFunction Functions[];
};

/// One executable or shared object, or room for one.
struct FuncdataObject {
  FuncdataObject *Next;
  uint64_t Version;     ///< Odd while what follows changes.
  const uint8_t *Begin; ///< Of the section; null when the room is free.
  FuncdataIndex *Index; ///< Kept when the object goes, for the next one.
};

/// All objects. The list grows at its head only.
DEFERC_HIDDEN extern FuncdataObject *FuncdataObjects;

inline FuncdataObject *firstFuncdataObject() noexcept {
  return __atomic_load_n(&FuncdataObjects, __ATOMIC_ACQUIRE);
}

/// Reads what another thread may be writing.
template <typename T> T get(const T &From) noexcept {
  return __atomic_load_n(&From, __ATOMIC_RELAXED);
}

/// Writes what another thread may be reading.
template <typename T> void set(T &To, T Value) noexcept {
  __atomic_store_n(&To, Value, __ATOMIC_RELAXED);
}

/// Makes the version odd, so that this thread alone may change the object.
/// False when another thread is changing the object, or it is not wanted.
template <typename Predicate>
bool beginChange(FuncdataObject &O, Predicate IsWanted) noexcept {
  uint64_t Version = __atomic_load_n(&O.Version, __ATOMIC_ACQUIRE);
  return Version % 2 == 0 && IsWanted(O) &&
         __atomic_compare_exchange_n(&O.Version, &Version, Version + 1, false,
                                     __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

inline void endChange(FuncdataObject &O) noexcept {
  __atomic_store_n(&O.Version, O.Version + 1, __ATOMIC_RELEASE);
}

/// Asks atexit(), once, to note when the process exits.
DEFERC_HIDDEN void watchExit() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_FUNCDATAOBJECTS_H
