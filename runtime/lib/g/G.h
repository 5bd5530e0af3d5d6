//===- G.h - What a thread or a fiber has -----------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The g, as Go calls what a goroutine has: the frames that have deferred
/// calls, the panics in flight, and the memory of both.
///
/// A g owns an array of registered frames, innermost last. The g gives each one
/// a cookie that it has never used before, and the defer frame keeps the same
/// cookie in its own memory. So the g recognises a frame that `longjmp` has
/// skipped without a look at what was that frame's memory.
///
/// A panic is an object in the stack frame of gopanic, linked on the g, newest
/// first (Panics.h). A recovery is a panic that was stopped and now unwinds the
/// stack; it lives in the exception object that does so (panic/Recovery.h).
/// docs/Unwinding.md follows one panic through all of this.
///
/// Registering a frame and leaving it takes no lock.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_G_G_H
#define DEFERC_RUNTIME_G_G_H

#include "g/Record.h"
#include "g/RecordPool.h"
#include "support/Config.h"

#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

struct Panic;
struct Recovery;

/// A defer frame that the g knows, because something was deferred in it.
struct RegisteredFrame {
  uint64_t Cookie;
  DeferFrame *F;
  void *ReturnSlot;
  const void *PC;     ///< Inside the function that registered the frame.
  Record *Heap;       ///< Heap records that the g holds for it, newest first.
  VariableBox *Boxes; ///< Its boxes, newest first.
};

/// The fault that a panic stands for, as a crash report shows it.
struct Fault {
  int Signal; ///< 0: none.
  int Code;
  uintptr_t Address;
  uintptr_t PC;
};

/// What one stack has of deferred calls and panics.
struct G {
  RegisteredFrame *Frames;
  uint32_t FrameCount;
  uint32_t FrameCapacity;
  uint64_t NextCookie;
  Panic *Panics; ///< In flight, newest first. Changed by setPanics() only.
  Recovery *Recoveries; ///< On their way, newest first.
  Fault LastFault;      ///< Forgotten when no panic is left.
  RecordPool Pool;
  uint64_t Number;               ///< 1 is the main thread.
  uintptr_t StackLow, StackHigh; ///< 0, 0: not known.
  void *SignalStack;             ///< For the handlers of faults, or null.
  bool StackAsked;
  bool OfThread; ///< Else a fiber's, which deferc_g_free() frees.
  bool Printing; ///< A crash report is calling the text function of a value.
};

/// The running thread's g; null until its first use.
extern "C" DEFERC_HIDDEN __thread G *__deferc_g
    __attribute__((tls_model("initial-exec")));

/// Makes the thread's g, which is freed when the thread ends.
DEFERC_HIDDEN G *newThreadG() noexcept;
/// Makes a g, and does not set it. Out of memory is a fatal error.
DEFERC_HIDDEN G *makeG(bool OfThread) noexcept;
/// Frees a g with all that it holds. Its pending calls do not run.
DEFERC_HIDDEN void destroyG(G *Self) noexcept;
/// Whether the destructors of thread-specific data have run in this thread.
DEFERC_HIDDEN bool threadHasEnded() noexcept;

/// The running thread's g, made on its first use.
inline G *thisG() noexcept {
  G *Self = __deferc_g;
  return DEFERC_LIKELY(Self != nullptr) ? Self : newThreadG();
}

//===-- Registered frames -------------------------------------------------===//

/// Registers a frame. PC is an address inside its function. Allocates when the
/// array is full; out of memory is a fatal error.
DEFERC_HIDDEN RegisteredFrame *pushFrame(G *Self, DeferFrame *F,
                                         const void *PC) noexcept;
/// Finds a registered frame that is not the newest one. Drops those above it,
/// which are of frames that `longjmp` has skipped.
DEFERC_HIDDEN RegisteredFrame *dropAbove(G *Self, DeferFrame *F) noexcept;
/// Frees the heap records and boxes that the g holds for a frame.
DEFERC_HIDDEN void freeHeld(G *Self, RegisteredFrame &R) noexcept;

/// Finds a registered frame and makes it the newest one.
inline RegisteredFrame *topFrame(G *Self, DeferFrame *F) noexcept {
  uint32_t Count = Self->FrameCount; // 0: there may be no array.
  if (DEFERC_LIKELY(Count && Self->Frames[Count - 1].Cookie == F->Cookie))
    return &Self->Frames[Count - 1];
  return dropAbove(Self, F);
}

/// Drops the newest registered frame with what the g holds for it.
inline void popFrame(G *Self) noexcept {
  RegisteredFrame &R = Self->Frames[Self->FrameCount - 1];
  if (DEFERC_UNLIKELY(R.Heap || R.Boxes))
    freeHeld(Self, R);
  --Self->FrameCount;
}

//===-- Stacks ------------------------------------------------------------===//

/// Sets StackLow and StackHigh of a thread's g. Asks the C library, which may
/// allocate, once for each g.
DEFERC_HIDDEN void findStackBounds(G *Self) noexcept;

/// Whether the address is known to be on the g's own stack.
inline bool isOnStack(const G *Self, const void *Address) noexcept {
  auto A = reinterpret_cast<uintptr_t>(Address);
  return A >= Self->StackLow && A < Self->StackHigh;
}

/// From now on each new g of a thread has a stack for the handlers of faults.
DEFERC_HIDDEN void wantSignalStacks() noexcept;
/// Makes that stack, when it is wanted and the thread has no other one.
DEFERC_HIDDEN void makeSignalStack(G *Self) noexcept;
DEFERC_HIDDEN void freeSignalStack(G *Self) noexcept;

//===-- Other copies of the runtime ---------------------------------------===//

/// Ends the program when the process has two copies of the runtime: each has
/// g's of its own, and a panic would not find the frames of the other copy.
DEFERC_HIDDEN void checkSingleRuntime() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_G_G_H
