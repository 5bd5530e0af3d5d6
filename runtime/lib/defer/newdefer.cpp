//===- newdefer.cpp - Take a heap record from the pool --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `newdefer`: the first half of a defer statement that can run more than once.
/// The operands are evaluated into the record's environment next, and deferproc
/// links the record last. So an evaluation that throws registers nothing.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/EntryPoints.h"

using namespace deferc;

/// Returns the environment of a new record, which is not linked yet. The g
/// holds the record for the frame and frees it with the frame, if not before.
///
/// Registers the frame at its first deferred call. Takes the record from the
/// g's pool or allocates it; out of memory is a fatal error. Does not lock
/// (malloc may) or unwind.
extern "C" void *__deferc_newdefer(DeferFrame *F, uint64_t Size,
                                   uint64_t Align) noexcept {
  G *Self = thisG();
  RegisteredFrame *Holder =
      F->Cookie ? topFrame(Self, F)
                : pushFrame(Self, F, __builtin_return_address(0));
  Record *R = takeRecord(Self->Pool, Size, Align);
  R->HeapLink = Holder->Heap;
  Holder->Heap = R;
  return R->env();
}
