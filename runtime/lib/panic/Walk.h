//===- Walk.h - The walk of a panic over the stack --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic and a goexit walk the stack from where they begin outwards, and run
/// the pending calls of each frame. walk.cpp tells how.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_PANIC_WALK_H
#define DEFERC_RUNTIME_PANIC_WALK_H

#include "g/Panics.h"
#include "support/Fatal.h"
#include "support/Layout.h"
#include "unwind/FrameRows.h"

namespace deferc DEFERC_HIDDEN {

/// A walk, in the stack frame of the function that started the panic.
struct Walk {
  Panic *P;
  G *Owner; ///< The panic's.

  Panic *NotPassed;    ///< The next older panic whose walk was not passed.
  uint32_t FramesLeft; ///< The outermost registered frames, not met so far.
  uintptr_t SkipTo;   ///< SP of the frame that the unwinder goes on with, or 0.
  bool HaveFrame;     ///< Current is still to be looked at.
  StackFrame Current; ///< It is looked at when its caller is known.
  uintptr_t CallerSP; ///< Of that caller, 0 when it is not visited.
  bool MustUnwind;    ///< A frame that was passed must be unwound.
  StackFrame FirstToUnwind; ///< The innermost of these. No IP: not known.
  const void *Target; ///< The frame whose deferred call has recovered, or null.
};

/// Walks the stack, running deferred calls. True when one of them has recovered
/// the panic, which is W.P; false when the stack has ended.
///
/// From is the stack frame to begin with, of which IP, SP and the registers are
/// known. Without it the unwinder alone walks, from the caller on, which costs
/// several times as much. A frame that cannot be walked past, for want of
/// unwind tables, is a fatal error.
DEFERC_HIDDEN bool runDeferredCalls(Walk &W, const StackFrame *From);

/// Unwinds the stack to the frame that recovered. Frees the values of the
/// panics that are over.
[[noreturn]] DEFERC_HIDDEN void recovery(Walk &W);
/// Unwinds the stack to the frame W.Current, whose deferred call E has left,
/// and raises E there. Frees the values of the panics that are over.
[[noreturn]] DEFERC_HIDDEN void raiseFrom(Walk &W, _Unwind_Exception *E);

/// Makes a deferred call for a panic. Returns null, or the exception that has
/// left the call, which is not caught.
extern "C" DEFERC_HIDDEN _Unwind_Exception *__deferc_protect(RunHalf Run,
                                                             void *Env);

/// Makes one deferred call. True when it has recovered the panic: then Target
/// is the walk's. An exception that leaves the call ends the walk.
inline bool callDeferred(Walk &W, RunHalf Run, void *Env, const void *Target) {
  if (_Unwind_Exception *E = __deferc_protect(Run, Env))
    raiseFrom(W, E);
  if (DEFERC_UNLIKELY(W.Owner->Panics != W.P)) {
    // The newer ones were on the part of the stack that a longjmp has left.
    W.Owner->Panics = W.P;
    fatal("a deferred call returned to a panic that is not the newest one");
  }
  if (!W.P->Recovered)
    return false;
  W.Target = Target;
  return true;
}

/// Runs what the open-coded frames in the stack frame W.Current have pending.
/// True when one of these calls has recovered. Row is the row of that stack
/// frame, or null.
DEFERC_HIDDEN bool runOpenCodedFrames(Walk &W, FrameRow *Row);
/// The same for the registered frame in that stack frame, if there is one.
DEFERC_HIDDEN bool runRegisteredFrame(Walk &W, const void *ReturnSlot);
/// The return slot of the registered frame in the outermost stack frame,
/// W.Current; null when it has none.
DEFERC_HIDDEN const void *findLastReturnSlot(const Walk &W);

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_PANIC_WALK_H
