//===- deferreturn.cpp - Run a frame's pending calls at its exit ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferreturn`: compiled code calls it where a function of the record tiers
/// leaves a segment, on the normal path and while unwinding alike.
///
/// A record is unlinked before its call. So a call that panics or throws never
/// runs twice: the walk of the panic, or the deferreturn in the frame's landing
/// pad, goes on with the next record. A heap record is freed after its call;
/// when the call unwinds, the record is freed with the frame.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/EntryPoints.h"

using namespace deferc;

namespace {

/// Frees a heap record that has run, when no newer one is held for the frame. A
/// record under a newer one is freed with the frame.
void freeIfNewest(G *Self, DeferFrame *F, Record *R) noexcept {
  RegisteredFrame *Holder = topFrame(Self, F);
  if (Holder->Heap != R)
    return;
  Holder->Heap = R->HeapLink;
  freeRecord(Self->Pool, R);
}

} // namespace

/// Runs the pending calls of this segment and later ones, newest first. Segment
/// 0 also ends the frame: the g forgets it, with its heap records and boxes. A
/// frame that is not registered has nothing to do.
///
/// Unwinds when a deferred call does; the calls that are left stay pending.
/// Does not allocate. Locks only as the allocator does that takes memory back.
extern "C" void __deferc_deferreturn(DeferFrame *F, uint32_t Segment) {
  if (!F->Cookie)
    return;
  G *Self = thisG();
  topFrame(Self, F);
  while (Record *R = F->Head) {
    if (R->Segment < Segment)
      return;
    F->Head = R->Link;
    R->Run(R->env(), false);
    if (R->SizeClass)
      freeIfNewest(Self, F, R);
  }
  if (Segment != 0)
    return;
  topFrame(Self, F);
  popFrame(Self);
  F->Cookie = 0;
}
