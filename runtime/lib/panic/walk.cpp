//===- walk.cpp - Run deferred calls on top of the stack ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The walk of a panic visits the stack frames from the panic outwards. In each
/// one it runs the pending calls of the open-coded frames in that function,
/// found by funcdata and deferBits, inlined ones first, then those of the
/// records, newest first:
///
///   main            3. visited: recovers, the walk ends
///   middle          2. visited: a deferred call returns, nothing recovered
///   inner           1. visited
///   panic, gopanic, the walk
///   a deferred call, running on top of all of them
///
/// A bit or a record is taken before its call: a call that panics does not run
/// again. Nothing is unwound until a deferred call that has recovered returns;
/// then recovery.cpp takes over. When no frame is left, the stack is still
/// whole for the report.
///
/// A panic raised by a deferred call walks over the stack frames of the walk
/// that made the call. It knows that older walk by the SP of its stack frame
/// and marks the older panic aborted: that one runs nothing any more
/// (test/Conformance 065, 080). In the frames beyond, the older walk has run
/// some calls, whose bits and records are gone; the newer walk runs the rest.
///
/// A registered frame is found by the slot of its return address, which is
/// CFA - 8, that is SP - 8 of its caller. So a stack frame is looked at when
/// its caller is visited.
///
/// Most of the cost of a walk by the unwinder is the unwinder's, which reads
/// the tables of each frame anew and restores all registers. So a panic goes
/// from frame to frame by steps of its own (FrameRows.h), from the registers
/// that gopanic found when it was called. It leaves to the unwinder what those
/// steps do not know: the frame of a signal handler, code without tables, the
/// end of the stack.
///
//===----------------------------------------------------------------------===//

#include "panic/Walk.h"
#include "panic/Recovery.h"
#include "report/Report.h"
#include "unwind/CallSites.h"
#include "unwind/WalkStack.h"

namespace deferc {
namespace {

constexpr uintptr_t ReturnAddressSize = 8;

/// The return slot of the frame whose caller has this SP at its call.
const void *returnSlotBelow(uintptr_t CallerSP) {
  return reinterpret_cast<const void *>(CallerSP - ReturnAddressSize);
}

/// Where __deferc_walkstack starts.
uintptr_t walkStart() {
  static uintptr_t Start;
  uintptr_t S = __atomic_load_n(&Start, __ATOMIC_RELAXED);
  if (!S) {
    S = functionStart(reinterpret_cast<uintptr_t>(&__deferc_walkstack));
    __atomic_store_n(&Start, S, __ATOMIC_RELAXED);
  }
  return S;
}

/// Whether an exception that goes through this frame meets something in it: a
/// landing pad, or a call that must not throw. A recovery must then unwind the
/// frame, and cannot jump over it. The cleanup of an older walk does not count,
/// since it has nothing to do after a recovery.
bool mustBeUnwound(const StackFrame &F, FrameRow *Row) {
  if (!F.LSDA)
    return false;
  if (Row && Row->MustBeUnwound)
    return Row->MustBeUnwound == FrameRow::Yes;
  uintptr_t Pad;
  bool Must =
      F.Region != walkStart() && findCallSite(F, Pad) != CallSite::Nothing;
  if (Row)
    Row->MustBeUnwound = Must ? FrameRow::Yes : FrameRow::No;
  return Must;
}

/// Runs the pending calls of the frame that was visited last.
bool runFrame(Walk &W, const void *ReturnSlot, FrameRow *Row = nullptr) {
  W.HaveFrame = false;
  const StackFrame &F = W.Current;
  if (DEFERC_UNLIKELY(W.Owner->Printing) &&
      isInFunctionOf(F, reinterpret_cast<uintptr_t>(&__deferc_preparetext)))
    reportPanicWhilePrinting(W.P->Value);
  for (Recovery *R = W.Owner->Recoveries; DEFERC_UNLIKELY(R != nullptr);
       R = R->Link)
    if (R->TargetSP == F.SP)
      R->PassedBy = W.P;
  // A function with open-coded frames has landing pads.
  bool MayBeOpenCoded = F.LSDA && !(Row && Row->HasFuncdata == FrameRow::No);
  if (MayBeOpenCoded && runOpenCodedFrames(W, Row))
    return true;
  if (W.FramesLeft && runRegisteredFrame(W, ReturnSlot))
    return true;
  if (!W.MustUnwind && mustBeUnwound(F, Row)) {
    W.MustUnwind = true;
    if (Row)
      W.FirstToUnwind = F;
  }
  return false;
}

/// Marks the older panic as aborted whose walking frame has this SP.
void passPanicAt(Walk &W, uintptr_t SP) {
  if (W.NotPassed && W.NotPassed->WalkSP == SP) {
    W.NotPassed->Aborted = true;
    W.NotPassed = W.NotPassed->Link;
  }
}

/// Walks by the tables alone, from W.Current. True when a deferred call has
/// recovered; false when the unwinder must go on with the frame that is
/// W.Current then.
bool walkByTables(void *Context) {
  Walk &W = *static_cast<Walk *>(Context);
  constexpr uintptr_t CFAFromFrameAddress = 16;
  W.P->WalkSP = reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) +
                CFAFromFrameAddress;
  FrameRows Rows;
  StackFrame Caller;
  while (FrameRow *Row = Rows.find(W.Current.IP)) {
    if (!stepFrame(*Row, W.Current, Caller))
      break;
    W.CallerSP = Caller.SP;
    describe(*Row, W.Current);
    if (runFrame(W, returnSlotBelow(Caller.SP), Row))
      return true;
    passPanicAt(W, Caller.SP);
    W.Current = Caller;
  }
  W.SkipTo = W.Current.SP;
  return false;
}

/// Called when the unwinder has shown its last frame.
void finishWalk(void *Context) {
  Walk &W = *static_cast<Walk *>(Context);
  if (W.SkipTo) // LLVM's unwinder does not show a frame without tables.
    reportStuckWalk(W.Current.IP);
  if (W.Target || !W.HaveFrame)
    return;
  uintptr_t IP = W.Current.IP;
  if (functionStart(IP)) {
    // The unwinder has not shown the caller of the outermost frame.
    W.CallerSP = 0;
    if (runFrame(W, findLastReturnSlot(W)))
      return;
    // The unwinder stopped here, in a function that has a caller.
    if (isOutermost(IP))
      return;
  }
  reportStuckWalk(IP);
}

/// Called by the unwinder for each frame.
_Unwind_Reason_Code visit(_Unwind_Context *Context, void *Argument) {
  Walk &W = *static_cast<Walk *>(Argument);
  uintptr_t SP = _Unwind_GetCFA(Context);
  if (W.SkipTo && SP != W.SkipTo)
    return _URC_NO_REASON;
  W.SkipTo = 0;
  W.CallerSP = SP;
  if (W.HaveFrame && runFrame(W, returnSlotBelow(SP)))
    return _URC_NORMAL_STOP;
  if (!W.P->WalkSP)
    W.P->WalkSP = SP; // The first frame is the walking one.
  passPanicAt(W, SP);
  readPlace(Context, W.Current);
  if (!W.Current.IP)
    return _URC_END_OF_STACK;
  if (W.Current.LSDA) // Else it has no pad to go to, and no open-coded frames.
    readRegisters(Context, W.Current);
  W.HaveFrame = true;
  return _URC_NO_REASON;
}

/// A deferred call has left the walk by a forced unwind: its panic is over, and
/// so are the newer ones, unless they are off the g already.
void leaveWalk(void *Context) {
  Panic *P = static_cast<Walk *>(Context)->P;
  for (Panic *Q = P->Owner->Panics; Q; Q = Q->Link)
    if (Q == P)
      return dropPanics(P->Owner, P->Link);
}

} // namespace

bool runDeferredCalls(Walk &W, const StackFrame *From) {
  W.Owner = W.P->Owner;
  W.P->WalkSP = 0;
  W.NotPassed = W.P->Link;
  W.FramesLeft = W.Owner->FrameCount;
  W.SkipTo = 0;
  W.HaveFrame = false;
  W.MustUnwind = false;
  W.FirstToUnwind.IP = 0;
  W.Target = nullptr;
  if (From)
    W.Current = *From;
  __deferc_walkstack(From ? walkByTables : nullptr, visit, finishWalk,
                     leaveWalk, &W);
  return W.Target != nullptr;
}

} // namespace deferc
