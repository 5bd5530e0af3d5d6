//===- deferreturn.cpp - Run a frame's pending calls at its exit ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferreturn`: compiled code calls it where a function with records leaves a
/// segment, on the normal path and while unwinding alike.
///
/// A record is taken off its frame before its call, so that a call that panics
/// or throws never runs twice: the walk of the panic, or the frame's landing
/// pad with its own deferreturn, goes on with the next one. A heap record is
/// given back after its call, or with the frame when the call unwinds.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

namespace {

/// Gives back a heap record that has run, when it is the newest of its frame; a
/// record under another one waits for the frame's end.
void giveBack(G *Self, Frame *F, Record *R) noexcept {
  FrameEntry *E = topFrame(Self, F);
  if (E->Heap != R)
    return;
  E->Heap = R->HeapLink;
  freeRecord(Self, R);
}

} // namespace

/// Runs what the frame has pending in this segment and later ones, newest
/// first. Segment 0 also ends the frame: its heap records and boxes are freed.
///
/// Unwinds when a deferred call does; what is left then stays pending.
extern "C" void __deferc_deferreturn(Frame *F, uint32_t Segment) {
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
      giveBack(Self, F, R);
  }
  if (Segment != 0)
    return;
  topFrame(Self, F);
  popFrame(Self);
  F->Cookie = 0;
}
