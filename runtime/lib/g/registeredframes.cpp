//===- registeredframes.cpp - Frames that have deferred calls -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The array of registered frames of a g: adding one, finding one, and dropping
/// those of frames that `longjmp` has skipped.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/Fatal.h"

#include <stdlib.h>

namespace deferc {
namespace {

constexpr uint32_t FirstCapacity = 32;

void growFrames(G *Self) noexcept {
  uint32_t Capacity =
      Self->FrameCapacity ? 2 * Self->FrameCapacity : FirstCapacity;
  void *More = realloc(static_cast<void *>(Self->Frames),
                       Capacity * sizeof(RegisteredFrame));
  if (!More)
    fatal(
        "out of memory: cannot register a deferred call (%u frames have some)",
        Self->FrameCount);
  Self->Frames = static_cast<RegisteredFrame *>(More);
  Self->FrameCapacity = Capacity;
}

/// Drops the newest registered frames while they lie further in than a frame
/// that is being entered. Addresses tell that only on one and the same stack.
__attribute__((noinline, cold)) void dropSkipped(G *Self,
                                                 const void *Slot) noexcept {
  findStackBounds(Self);
  while (Self->FrameCount) {
    RegisteredFrame &Top = Self->Frames[Self->FrameCount - 1];
    if (Top.ReturnSlot > Slot || !isOnStack(Self, Top.ReturnSlot) ||
        !isOnStack(Self, Slot))
      return;
    popFrame(Self);
  }
}

} // namespace

RegisteredFrame *pushFrame(G *Self, DeferFrame *F, const void *PC) noexcept {
  if (Self->FrameCount &&
      DEFERC_UNLIKELY(Self->Frames[Self->FrameCount - 1].ReturnSlot <=
                      F->ReturnSlot))
    dropSkipped(Self, F->ReturnSlot);
  if (DEFERC_UNLIKELY(Self->FrameCount == Self->FrameCapacity))
    growFrames(Self);
  F->Cookie = Self->NextCookie++;
  F->Head = nullptr;
  RegisteredFrame *R = &Self->Frames[Self->FrameCount++];
  *R = {F->Cookie, F, F->ReturnSlot, PC, nullptr, nullptr};
  return R;
}

RegisteredFrame *dropAbove(G *Self, DeferFrame *F) noexcept {
  uint64_t Cookie = F->Cookie;
  uint32_t I = Self->FrameCount;
  while (I && Self->Frames[I - 1].Cookie != Cookie)
    --I;
  if (!I)
    fatal("a function that defers has changed its thread or its fiber");
  while (Self->FrameCount > I)
    popFrame(Self);
  return &Self->Frames[I - 1];
}

void freeHeld(G *Self, RegisteredFrame &R) noexcept {
  while (Record *Held = R.Heap) {
    R.Heap = Held->HeapLink;
    freeRecord(Self->Pool, Held);
  }
  while (VariableBox *Box = R.Boxes) {
    R.Boxes = Box->Link;
    releaseMemory(Box->Base, Box->Size);
  }
}

} // namespace deferc
