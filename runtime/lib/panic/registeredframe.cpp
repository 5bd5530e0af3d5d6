//===- registeredframe.cpp - Pending calls of a registered frame ----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a walk runs of the registered frame of a function, and how the walk
/// finds it among those of the g.
///
//===----------------------------------------------------------------------===//

#include "panic/Walk.h"
#include "unwind/CallSites.h"

namespace deferc {
namespace {

/// From this many frames on, it pays to ask for the bounds of the stack.
constexpr uint32_t ManyFrames = 16;

/// Whether a registered frame lies in this stack frame. The return slot
/// decides; another function may stand in the place of one that longjmp
/// skipped, so the function and the cookie in the defer frame must agree.
bool isIn(const RegisteredFrame &R, const StackFrame &F,
          const void *ReturnSlot) {
  if (R.ReturnSlot != ReturnSlot)
    return false;
  uintptr_t Registered = reinterpret_cast<uintptr_t>(R.PC) - 1;
  if (!isInFunctionOf(F, Registered) && !isInSplitFunction(F))
    return false;
  return R.F->Cookie == R.Cookie && R.F->ReturnSlot == ReturnSlot;
}

/// Whether a registered frame is known to lie further out on the same stack
/// than ReturnSlot. Those below it in the array then do, too.
bool liesFurtherOut(G *Self, const RegisteredFrame &R, const void *ReturnSlot) {
  return R.ReturnSlot > ReturnSlot && isOnStack(Self, R.ReturnSlot) &&
         isOnStack(Self, ReturnSlot);
}

RegisteredFrame *find(Walk &W, const void *ReturnSlot) {
  G *Self = W.Owner;
  if (W.FramesLeft > ManyFrames)
    findStackBounds(Self);
  for (uint32_t I = W.FramesLeft; I-- > 0;) {
    RegisteredFrame &R = Self->Frames[I];
    if (isIn(R, W.Current, ReturnSlot)) {
      W.FramesLeft = I;
      return &R;
    }
    if (liesFurtherOut(Self, R, ReturnSlot))
      return nullptr;
  }
  return nullptr;
}

} // namespace

/// Heap records stay with the registered frame: the g frees them when the frame
/// ends.
bool runRegisteredFrame(Walk &W, const void *ReturnSlot) {
  RegisteredFrame *Found = find(W, ReturnSlot);
  if (!Found)
    return false;
  DeferFrame *F = Found->F; // The array may move during a call.
  while (Record *R = F->Head) {
    F->Head = R->Link;
    if (callDeferred(W, R->Run, R->env(), F))
      return true;
  }
  return false;
}

/// Some unwinders do not show the caller of the outermost frame, and then the
/// return slot is not known from the stack. The function, the place and the
/// cookie decide.
const void *findLastReturnSlot(const Walk &W) {
  const StackFrame &F = W.Current;
  for (uint32_t I = W.FramesLeft; I-- > 0;) {
    const RegisteredFrame &R = W.Owner->Frames[I];
    bool Inside =
        reinterpret_cast<uintptr_t>(R.F) >= F.SP && R.F < R.ReturnSlot;
    if (Inside && isIn(R, F, R.ReturnSlot))
      return R.ReturnSlot;
  }
  return nullptr;
}

} // namespace deferc
