//===- recovery.cpp - Unwind to the frame that recovered ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What happens when the deferred call that has recovered a panic returns to
/// the walk. The panic, and every panic begun in stack frames further in, is
/// over. The stack is then unwound to the landing pad of the frame whose
/// deferred call has recovered. The pad asks __deferc_recovered and goes on to
/// the function's normal exit.
///
/// When no stack frame between has a landing pad for its call, the runtime
/// jumps to the pad: the walk knows the registers of the frame as its call left
/// them. Else the unwinder runs a forced unwind (Itanium ABI 1.3). Our stop
/// function only watches that the frame is not missed. The forced unwind begins
/// in the first stack frame that has a landing pad: those further in, which are
/// the panic's own among others, are left by a jump.
///
/// When a goexit is among the panics that end, its thread may not go back to
/// normal (test/Conformance 104, 105). The unwinding then stops at the stack
/// frame of goexit, which goes on running what is left.
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "panic/Walk.h"
#include "support/Fatal.h"
#include "unwind/CallSites.h"
#include "unwind/CxxLibrary.h"

/// Tells the address sanitizer that frames are about to be left.
extern "C" __attribute__((weak)) void __asan_handle_no_return();

namespace deferc {
namespace {

[[noreturn]] void missed() {
  fatal("the unwinding after a recover did not meet the frame that recovered; "
        "did the panic leave a function that is declared not to throw?");
}

/// Raises an exception that was thrown before.
void raise(void *Exception) {
  auto *E = static_cast<_Unwind_Exception *>(Exception);
  _Unwind_RaiseException(E);
  terminateWith(E); // Nobody catches it.
}

_Unwind_Reason_Code stopAtTarget(int, _Unwind_Action Actions,
                                 _Unwind_Exception_Class, _Unwind_Exception *,
                                 _Unwind_Context *Context, void *Argument) {
  auto *R = static_cast<Recovery *>(Argument);
  uintptr_t SP = _Unwind_GetCFA(Context);
  // The frame may be met more than once before its pad asks __deferc_recovered,
  // since it may have other handlers and cleanups. Its caller may not be met.
  if ((Actions & _UA_END_OF_STACK) || SP == R->CallerSP)
    missed();
  if (R->Raised && SP == R->TargetSP) {
    _Unwind_Exception *E = R->Raised;
    StackFrame F;
    readFrame(Context, F);
    finishRecovery(R);
    countUncaught(E, /*Back=*/true);
    callFrom(F, raise, E);
  }
  if (R->Resumed && SP == R->TargetSP) {
    Panic *Goexit = R->Resumed;
    finishRecovery(R);
    longjmp(*Goexit->Resume, 1);
  }
  return _URC_NO_REASON;
}

void unwindOn(void *Argument) {
  auto *R = static_cast<Recovery *>(Argument);
  _Unwind_ForcedUnwind(R->Exception, stopAtTarget, R);
  missed();
}

bool hasShadowStack() {
  uint64_t ShadowSP = 0;
  __asm__ volatile("rdsspq %0" : "+r"(ShadowSP));
  return ShadowSP != 0;
}

/// Forgets the last fault when no panic is left.
void forgetFault(G *Self) {
  if (!Self->Panics)
    Self->LastFault = {};
}

/// Takes the panics that are over off the g and frees their values: the walk's
/// own and those that it has passed. Stops at a goexit, which it returns.
Panic *endPanics(Walk &W) {
  G *Self = W.Owner;
  while (Self->Panics != W.NotPassed) {
    Panic *Over = Self->Panics;
    if (Over->Goexit)
      return Over;
    setPanics(Self, Over->Link);
    __deferc_valuerelease(Over->Value);
  }
  forgetFault(Self);
  return nullptr;
}

/// Ends the older recoveries whose target the walk has passed: a handler that
/// met such a recovery has panicked. The new panic is recovered no further in
/// than that target, so nothing is left for the older recovery to do.
void overtakeRecoveries(Walk &W) {
  for (Recovery *R = W.Owner->Recoveries; R;) {
    Recovery *Next = R->Link;
    if (R->PassedBy == W.P)
      unlinkRecovery(R);
    R = Next;
  }
}

/// The frames that are left do not return.
void tellSanitizer() {
  if (__asan_handle_no_return)
    __asan_handle_no_return();
}

} // namespace

void recovery(Walk &W) {
  const StackFrame &F = W.Current, &First = W.FirstToUnwind;
  overtakeRecoveries(W);
  Recovery *R = newRecovery(W.Owner);
  R->Resumed = endPanics(W);
  R->Target = R->Resumed ? nullptr : W.Target;
  R->TargetSP = R->Resumed ? R->Resumed->WalkSP : F.SP;
  R->CallerSP = R->Resumed ? 0 : W.CallerSP;
  tellSanitizer();
  if (!R->Resumed) {
    // The call of a noexcept function has no pad; then that function terminates
    // the unwinding before it comes here.
    uintptr_t Pad = 0;
    bool HasPad = findCallSite(F, Pad) == CallSite::Pad;
    bool Pushed = F.RegionEnd ? F.HasPushedArguments : hasPushedArguments(F.IP);
    if (HasPad && !W.MustUnwind && !Pushed && !hasShadowStack()) {
      // As in a forced unwind, should a cleanup of this frame resume.
      R->Exception->private_1 = reinterpret_cast<uintptr_t>(&stopAtTarget);
      R->Exception->private_2 = reinterpret_cast<uintptr_t>(R);
      enterPad(F, Pad, R->Exception);
    }
    if (First.IP && findCallSite(First, Pad) == CallSite::Pad &&
        !hasShadowStack())
      resumeRecovery(R, First);
  }
  unwindOn(R);
  __builtin_unreachable();
}

void raiseFrom(Walk &W, _Unwind_Exception *E) {
  // Rethrown by libc++abi, which raises anew, in the deferred call.
  if (Recovery *R = recoveryOf(W.Owner, E)) {
    unwindOn(R);
    __builtin_unreachable();
  }
  overtakeRecoveries(W);
  dropPanics(W.Owner, W.NotPassed);
  forgetFault(W.Owner);
  countUncaught(E, /*Back=*/false); // One unwinding, by our exception.
  Recovery *R = newRecovery(W.Owner);
  R->Raised = E;
  R->TargetSP = W.Current.SP;
  R->CallerSP = W.CallerSP;
  tellSanitizer();
  unwindOn(R);
  __builtin_unreachable();
}

void resumeRecovery(Recovery *R, const StackFrame &From) noexcept {
  callFrom(From, unwindOn, R);
}

} // namespace deferc
