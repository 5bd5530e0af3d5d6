//===- recovery.cpp - Unwind to the frame that recovered ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What happens when the deferred call that has recovered a panic returns to
/// the walk. The panic, and every panic begun in frames further in, is over.
/// The stack is then unwound to the landing pad of the frame whose deferred
/// call it was; the pad asks __deferc_recovered and goes on to the frame's
/// normal exit.
///
/// When no frame between has a landing pad for its call, the pad is jumped to:
/// the walk knows the registers of the frame as its call left them. Else the
/// unwinder runs a forced unwind (Itanium ABI 1.3), for which our stop function
/// only watches that the frame is not missed. It begins in the first frame that
/// has a landing pad: those further in, the panic's own, are left by a jump.
///
/// When a goexit is among the panics that end, its thread may not go back to
/// normal (test/Conformance 104, 105): the unwinding then stops at the frame of
/// goexit, which goes on running what is left.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

/// Tells the address sanitizer that frames are about to be left.
extern "C" __attribute__((weak)) void __asan_handle_no_return();

namespace deferc {
namespace {

[[noreturn]] void missed() {
  fatal("the unwinding after a recover did not meet the frame that recovered; "
        "did the "
        "panic leave a function that is declared not to throw?");
}

/// Throws what was thrown before.
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
  // Handlers and cleanups of the frame may come by more than once before the
  // pad that asks __deferc_recovered; its caller may not.
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

/// Restores what the frame had at its call and goes to the pad, as the unwinder
/// would for a cleanup (selector 0).
[[noreturn]] void jumpTo(const StackFrame &F, uintptr_t Pad,
                         _Unwind_Exception *E) {
  register const StackFrame *Frame __asm__("rcx") = &F;
  register uintptr_t Target __asm__("rsi") = Pad;
  register _Unwind_Exception *Exception __asm__("rax") = E;
  __asm__ volatile("movq %c[r12](%%rcx), %%r12\n\t"
                   "movq %c[r13](%%rcx), %%r13\n\t"
                   "movq %c[r14](%%rcx), %%r14\n\t"
                   "movq %c[r15](%%rcx), %%r15\n\t"
                   "movq %c[rbx](%%rcx), %%rbx\n\t"
                   "movq %c[rbp](%%rcx), %%rbp\n\t"
                   "movq %c[rsp](%%rcx), %%rsp\n\t"
                   "xorl %%edx, %%edx\n\t"
                   "jmpq *%%rsi"
                   :
                   : "r"(Frame), "r"(Target),
                     "r"(Exception), [r12] "i"(offsetof(StackFrame, R12)),
                     [r13] "i"(offsetof(StackFrame, R13)),
                     [r14] "i"(offsetof(StackFrame, R14)),
                     [r15] "i"(offsetof(StackFrame, R15)),
                     [rbx] "i"(offsetof(StackFrame, RBX)),
                     [rbp] "i"(offsetof(StackFrame, RBP)),
                     [rsp] "i"(offsetof(StackFrame, SP))
                   : "memory");
  __builtin_unreachable();
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

/// Takes the panics that end off the g and frees their values: P and those that
/// its walk has passed, up to a goexit, which is returned.
Panic *endPanics(Panic *P) {
  G *Self = P->Owner;
  Panic *Kept = P->Crossing;
  while (Self->Panics != Kept) {
    Panic *Over = Self->Panics;
    if (Over->Goexit)
      return Over;
    setPanics(Self, Over->Link);
    __deferc_boxrelease(Over->Value);
  }
  if (!Self->Panics)
    Self->LastFault = {};
  return nullptr;
}

/// A handler that met an older recovery has panicked. Where the new one is
/// recovered no further in than that, nothing is left for the older to do.
void overtakeRecoveries(Panic *P) {
  for (Recovery *R = P->Owner->Recoveries; R;) {
    Recovery *Next = R->Link;
    if (R->PassedBy == P)
      unlinkRecovery(R);
    R = Next;
  }
}

} // namespace

void recovery(Panic *P) {
  const StackFrame F = P->Current;
  const void *Target = P->Target;
  const uintptr_t CallerSP = P->CallerSP;
  const bool NeedsUnwinding = P->NeedsUnwinding;
  const StackFrame First = P->FirstCleanup;
  overtakeRecoveries(P);
  Recovery *R = newRecovery(P->Owner);
  R->Resumed = endPanics(P);
  R->Target = R->Resumed ? nullptr : Target;
  R->TargetSP = R->Resumed ? R->Resumed->SP : F.SP;
  R->CallerSP = R->Resumed ? 0 : CallerSP;
  if (__asan_handle_no_return)
    __asan_handle_no_return();
  if (!R->Resumed) {
    // The call of a noexcept function has no pad; then that function terminates
    // the unwinding before it comes here.
    uintptr_t Pad = 0;
    bool HasPad = findCallSite(F, Pad) == CallSite::Pad;
    bool Pushed = F.RegionEnd ? F.HasPushedArguments : hasPushedArguments(F.IP);
    if (HasPad && !NeedsUnwinding && !Pushed && !hasShadowStack()) {
      // As in a forced unwind, should a cleanup of this frame resume.
      R->Exception->private_1 = reinterpret_cast<uintptr_t>(&stopAtTarget);
      R->Exception->private_2 = reinterpret_cast<uintptr_t>(R);
      jumpTo(F, Pad, R->Exception);
    }
    if (First.IP && findCallSite(First, Pad) == CallSite::Pad &&
        !hasShadowStack())
      resumeRecovery(R, First);
  }
  unwindOn(R);
  __builtin_unreachable();
}

void raiseFrom(Panic *P, _Unwind_Exception *E) {
  G *Self = P->Owner;
  // Rethrown by libc++abi, which raises anew, in the deferred call.
  if (Recovery *R = recoveryOf(Self, E)) {
    unwindOn(R);
    __builtin_unreachable();
  }
  const uintptr_t SP = P->Current.SP, CallerSP = P->CallerSP;
  overtakeRecoveries(P);
  dropPanics(Self, P->Crossing);
  if (!Self->Panics)
    Self->LastFault = {};
  countUncaught(E, /*Back=*/false); // One unwinding, by our exception.
  Recovery *R = newRecovery(Self);
  R->Raised = E;
  R->TargetSP = SP;
  R->CallerSP = CallerSP;
  if (__asan_handle_no_return)
    __asan_handle_no_return();
  unwindOn(R);
  __builtin_unreachable();
}

void resumeRecovery(Recovery *R, const StackFrame &From) noexcept {
  callFrom(From, unwindOn, R);
}

void callFrom(const StackFrame &F, void (*Function)(void *),
              void *Argument) noexcept {
  const uintptr_t ReturnAddress = F.IP + 1;
  __asm__ volatile("movq %c[rbx](%%rcx), %%rbx\n\t"
                   "movq %c[r12](%%rcx), %%r12\n\t"
                   "movq %c[r13](%%rcx), %%r13\n\t"
                   "movq %c[r14](%%rcx), %%r14\n\t"
                   "movq %c[r15](%%rcx), %%r15\n\t"
                   "movq %c[rbp](%%rcx), %%rbp\n\t"
                   "movq %c[rsp](%%rcx), %%rsp\n\t"
                   "pushq %%rdx\n\t"
                   "jmpq *%%rax"
                   :
                   : "c"(&F), "d"(ReturnAddress), "a"(Function),
                     "D"(Argument), [rbx] "i"(offsetof(StackFrame, RBX)),
                     [r12] "i"(offsetof(StackFrame, R12)),
                     [r13] "i"(offsetof(StackFrame, R13)),
                     [r14] "i"(offsetof(StackFrame, R14)),
                     [r15] "i"(offsetof(StackFrame, R15)),
                     [rbp] "i"(offsetof(StackFrame, RBP)),
                     [rsp] "i"(offsetof(StackFrame, SP))
                   : "memory");
  __builtin_unreachable();
}

} // namespace deferc
