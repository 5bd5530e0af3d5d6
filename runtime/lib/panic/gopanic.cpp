//===- gopanic.cpp - Panic: run deferred calls on top of the stack --------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `gopanic`, and the walk that it shares with goexit.
///
/// The walk visits the frames from the panic outwards. In each it runs the
/// pending calls of the open-coded frames in that function, found by funcdata
/// and deferBits, inner ones first, then those of its records, newest first:
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
/// A panic raised by a deferred call walks over the frames of the walk that
/// called it. It knows the older panic by the SP of its walking frame and marks
/// it aborted: that one runs nothing any more (test/Conformance 065, 080). The
/// frames beyond have lost their bits and records to the older walk, and what
/// is left the newer one runs.
///
/// A frame's record entry is found by the slot of its return address, which is
/// CFA - 8, that is SP - 8 of its caller: so a frame is looked at when its
/// caller is visited.
///
/// Most of the cost of a walk by the unwinder is the unwinder's, which reads
/// the tables of each frame anew and restores all registers. So a panic goes
/// from frame to frame by steps of its own (FrameRows.h), from the registers
/// that gopanic found when it was called, and leaves to the unwinder what those
/// do not know: the frame of a signal handler, code without tables, the end of
/// the stack.
///
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "unwind/FrameRows.h"

namespace deferc {
namespace {

/// DWARF numbers of x86-64.
enum Register { RBX = 3, RBP = 6, R12 = 12, R13 = 13, R14 = 14, R15 = 15 };

constexpr uintptr_t ReturnAddressSize = 8;

/// From this many frames on, it pays to ask for the bounds of the stack.
constexpr uint32_t ManyFrames = 16;

/// Makes one deferred call; true when it has recovered P.
bool callDeferred(Panic *P, RunHalf Run, void *Env, const void *Target) {
  if (_Unwind_Exception *E = __deferc_protect(Run, Env))
    raiseFrom(P, E);
  if (DEFERC_UNLIKELY(P->Owner->Panics != P)) {
    // The newer ones were on the part of the stack that a longjmp has left.
    P->Owner->Panics = P;
    fatal("a deferred call returned to a panic that is not the newest one");
  }
  if (!P->Recovered)
    return false;
  P->Target = Target;
  return true;
}

/// Runs what the open-coded frames of this physical frame have pending, as its
/// own exits would: the highest bit first.
bool runOpenDeferFrame(Panic *P, const StackFrame &F, FrameRow *Row) {
  if (!F.LSDA) // A function that defers has landing pads.
    return false;
  if (Row && Row->HasFuncdata == FrameRow::No)
    return false;
  FuncdataOf Search(F.Region, F.RegionEnd, FuncdataKindOpenCoded);
  Funcdata D = Search.next();
  if (!D.Entry && isInSplitFunction(F)) {
    // Funcdata goes with the part that has the entry block.
    Search = FuncdataOf(mainPart(F.IP), 0, FuncdataKindOpenCoded);
    D = Search.next();
  }
  if (Row)
    Row->HasFuncdata = D.Entry ? FrameRow::Yes : FrameRow::No;
  for (; D.Entry; D = Search.next()) {
    uint8_t *Open = D.frame(F);
    auto *DeferBits = reinterpret_cast<volatile uint8_t *>(Open);
    while (unsigned Bits = *DeferBits) {
      unsigned I = 31 - __builtin_clz(Bits);
      if (I >= D.count())
        fatal("damaged defer bits %#x in a frame of %u deferred calls", Bits,
              D.count());
      *DeferBits = Bits & ~(1u << I);
      if (callDeferred(P, D.run(I), Open + D.envOffset(I), Open))
        return true;
    }
  }
  return false;
}

bool isInFunctionOf(const StackFrame &F, uintptr_t PC) {
  if (F.RegionEnd)
    return PC >= F.Region && PC < F.RegionEnd;
  return functionStart(PC) == (F.LSDA ? F.Region : functionStart(F.IP));
}

/// Whether an entry of the g is of this frame. The return slot decides; another
/// function may stand in the place of one that longjmp skipped, so the function
/// and the cookie in the frame must agree.
bool isEntryOf(const FrameEntry &E, const StackFrame &F,
               const void *ReturnSlot) {
  if (E.ReturnSlot != ReturnSlot)
    return false;
  uintptr_t Registered = reinterpret_cast<uintptr_t>(E.PC) - 1;
  if (!isInFunctionOf(F, Registered) && !isInSplitFunction(F))
    return false;
  return E.F->Cookie == E.Cookie && E.F->ReturnSlot == ReturnSlot;
}

/// Whether the entry is of a frame further out on the same stack than
/// ReturnSlot, so that entries below it are too.
bool liesFurtherOut(G *Self, const FrameEntry &E, const void *ReturnSlot) {
  auto On = [Self](const void *P) {
    auto A = reinterpret_cast<uintptr_t>(P);
    return A >= Self->StackLow && A < Self->StackHigh;
  };
  return E.ReturnSlot > ReturnSlot && On(E.ReturnSlot) && On(ReturnSlot);
}

FrameEntry *findEntry(Panic *P, const StackFrame &F, const void *ReturnSlot) {
  G *Self = P->Owner;
  if (P->NextEntry > ManyFrames)
    findStackBounds(Self);
  for (uint32_t I = P->NextEntry; I-- > 0;) {
    FrameEntry &E = Self->Frames[I];
    if (isEntryOf(E, F, ReturnSlot)) {
      P->NextEntry = I;
      return &E;
    }
    if (liesFurtherOut(Self, E, ReturnSlot))
      return nullptr;
  }
  return nullptr;
}

/// Runs what the records of this frame have pending. Heap records stay with the
/// frame's entry, which frees them when the frame ends.
bool runRecords(Panic *P, const StackFrame &F, const void *ReturnSlot) {
  FrameEntry *E = findEntry(P, F, ReturnSlot);
  if (!E)
    return false;
  Frame *Owner = E->F; // The array may move during a call.
  while (Record *R = Owner->Head) {
    Owner->Head = R->Link;
    if (callDeferred(P, R->Run, R->env(), Owner))
      return true;
  }
  return false;
}

/// Whether an unwinding past this frame has something to do in it. The cleanup
/// of a walk has nothing to do after a recovery.
bool needsUnwinding(const StackFrame &F, FrameRow *Row) {
  if (!F.LSDA)
    return false;
  if (Row && Row->NeedsUnwinding)
    return Row->NeedsUnwinding == FrameRow::Yes;
  uintptr_t Pad;
  bool Needs =
      F.Region != walkStart() && findCallSite(F, Pad) != CallSite::Nothing;
  if (Row)
    Row->NeedsUnwinding = Needs ? FrameRow::Yes : FrameRow::No;
  return Needs;
}

/// Runs the pending calls of the frame that was visited last.
bool runFrame(Panic *P, const void *ReturnSlot, FrameRow *Row = nullptr) {
  P->HaveFrame = false;
  const StackFrame &F = P->Current;
  if (DEFERC_UNLIKELY(P->Owner->Printing) &&
      isInFunctionOf(F, reinterpret_cast<uintptr_t>(&__deferc_preparetext)))
    reportPanicWhilePrinting(P->Value);
  for (Recovery *R = P->Owner->Recoveries; DEFERC_UNLIKELY(R != nullptr);
       R = R->Link)
    if (R->TargetSP == F.SP)
      R->PassedBy = P;
  if (runOpenDeferFrame(P, F, Row) || runRecords(P, F, ReturnSlot))
    return true;
  if (!P->NeedsUnwinding && needsUnwinding(F, Row)) {
    P->NeedsUnwinding = true;
    if (Row)
      P->FirstCleanup = F;
  }
  return false;
}

/// Marks the older panic as aborted whose walking frame has this SP.
void passPanicAt(Panic *P, uintptr_t SP) {
  if (P->Crossing && P->Crossing->SP == SP) {
    P->Crossing->Aborted = true;
    P->Crossing = P->Crossing->Link;
  }
}

/// Walks by the tables alone, from P->Current. True when a deferred call has
/// recovered P; false when the unwinder must go on with the frame that is
/// P->Current then.
bool walkByTables(void *Walking) {
  auto *P = static_cast<Panic *>(Walking);
  constexpr uintptr_t CFAFromFrameAddress = 16;
  P->SP = reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) +
          CFAFromFrameAddress;
  FrameRows Rows;
  StackFrame Caller;
  while (FrameRow *Row = Rows.find(P->Current.IP)) {
    if (!stepFrame(*Row, P->Current, Caller))
      break;
    P->CallerSP = Caller.SP;
    describe(*Row, P->Current);
    if (runFrame(P,
                 reinterpret_cast<const void *>(Caller.SP - ReturnAddressSize),
                 Row))
      return true;
    passPanicAt(P, Caller.SP);
    P->Current = Caller;
  }
  P->SkipTo = P->Current.SP;
  return false;
}

/// Some unwinders do not visit the caller of the outermost frame, and then its
/// return slot is not known: the function, the place and the cookie decide.
bool runLastFrame(Panic *P) {
  const StackFrame &F = P->Current;
  G *Self = P->Owner;
  const void *ReturnSlot = nullptr;
  for (uint32_t I = P->NextEntry; I-- > 0 && !ReturnSlot;) {
    const FrameEntry &E = Self->Frames[I];
    bool Inside =
        reinterpret_cast<uintptr_t>(E.F) >= F.SP && E.F < E.ReturnSlot;
    if (Inside && isEntryOf(E, F, E.ReturnSlot))
      ReturnSlot = E.ReturnSlot;
  }
  P->CallerSP = 0;
  return runFrame(P, ReturnSlot);
}

/// Called by __deferc_walkstack when the unwinder has seen its last frame.
void finishWalk(void *Walking) {
  auto *P = static_cast<Panic *>(Walking);
  if (P->SkipTo) // LLVM's unwinder does not show a frame without tables.
    reportStuckWalk(P->Current.IP);
  if (P->Target || !P->HaveFrame)
    return;
  uintptr_t IP = P->Current.IP;
  if (functionStart(IP)) {
    if (runLastFrame(P))
      return;
    // The unwinder stopped here, in a function that has a caller.
    if (isOutermost(IP))
      return;
  }
  reportStuckWalk(IP);
}

/// Where the frame is; its registers are still to be read.
void readPlace(_Unwind_Context *Context, StackFrame &F) {
  int BeforeInstruction = 0;
  F.IP = _Unwind_GetIPInfo(Context, &BeforeInstruction);
  if (!BeforeInstruction && F.IP)
    --F.IP;
  F.SP = _Unwind_GetCFA(Context);
  F.LSDA = F.IP ? reinterpret_cast<uintptr_t>(
                      _Unwind_GetLanguageSpecificData(Context))
                : 0;
  F.Region = F.LSDA ? _Unwind_GetRegionStart(Context) : 0;
  F.RegionEnd = 0;
}

void readRegisters(_Unwind_Context *Context, StackFrame &F) {
  F.RBX = _Unwind_GetGR(Context, RBX);
  F.RBP = _Unwind_GetGR(Context, RBP);
  F.R12 = _Unwind_GetGR(Context, R12);
  F.R13 = _Unwind_GetGR(Context, R13);
  F.R14 = _Unwind_GetGR(Context, R14);
  F.R15 = _Unwind_GetGR(Context, R15);
}

_Unwind_Reason_Code visit(_Unwind_Context *Context, void *Argument) {
  Panic *P = static_cast<Panic *>(Argument);
  uintptr_t SP = _Unwind_GetCFA(Context);
  if (P->SkipTo && SP != P->SkipTo)
    return _URC_NO_REASON;
  P->SkipTo = 0;
  P->CallerSP = SP;
  if (P->HaveFrame &&
      runFrame(P, reinterpret_cast<const void *>(SP - ReturnAddressSize)))
    return _URC_NORMAL_STOP;
  if (!P->SP)
    P->SP = SP; // The first frame is the walking one.
  passPanicAt(P, SP);
  readPlace(Context, P->Current);
  if (!P->Current.IP)
    return _URC_END_OF_STACK;
  if (P->Current.LSDA) // Else it has no pad to go to, and no open-coded frames.
    readRegisters(Context, P->Current);
  P->HaveFrame = true;
  return _URC_NO_REASON;
}

} // namespace

void readFrame(_Unwind_Context *Context, StackFrame &F) noexcept {
  readPlace(Context, F);
  if (F.IP)
    readRegisters(Context, F);
}

bool runDeferredCalls(Panic *P, const StackFrame *From) {
  P->SP = 0;
  P->SkipTo = 0;
  P->Crossing = P->Link;
  P->NextEntry = P->Owner->FrameCount;
  P->HaveFrame = false;
  P->NeedsUnwinding = false;
  P->FirstCleanup.IP = 0;
  P->Target = nullptr;
  if (From)
    P->Current = *From;
  __deferc_walkstack(From ? walkByTables : nullptr, visit, finishWalk, P);
  return P->Target != nullptr;
}

void dropPanics(G *Self, Panic *Kept) noexcept {
  while (Self->Panics != Kept) {
    Panic *Over = Self->Panics;
    setPanics(Self, Over->Link);
    if (Over->Value)
      __deferc_boxrelease(Over->Value);
  }
}

extern "C" void __deferc_droppanic(Panic *P) noexcept {
  G *Self = P->Owner;
  for (Panic *Q = Self->Panics; Q; Q = Q->Link)
    if (Q == P) {
      dropPanics(Self, P->Link);
      return;
    }
}

} // namespace deferc

using namespace deferc;

namespace {

/// gopanic, called from that frame.
[[noreturn]] __attribute__((used)) void
startPanic(__deferc_box *Value,
           const StackFrame *From) __asm__("__deferc_startpanic");

void startPanic(__deferc_box *Value, const StackFrame *From) {
  G *Self = thisG();
  if (!Value)
    Value = __deferc_boxruntime("panic called with nil argument");
  Panic P = {};
  P.Owner = Self;
  P.Value = Value;
  P.Link = Self->Panics;
  setPanics(Self, &P);
  if (runDeferredCalls(&P, From))
    recovery(&P);
  reportPanic(&P);
}

/// With it the stack is aligned when gopanic calls.
constexpr int RoomForFrame = (sizeof(StackFrame) + 15) / 16 * 16 + 8;

} // namespace

/// Starts panicking with the value, whose reference it takes; null is Go's nil
/// panic. Never returns to its caller: a frame that recovers returns to its
/// own, or the program ends with a report.
///
/// Notes the registers that its caller has, before it changes any.
extern "C" __attribute__((naked)) void __deferc_gopanic(__deferc_box *) {
  __asm__("subq $%c[room], %%rsp\n\t"
          ".cfi_adjust_cfa_offset %c[room]\n\t"
          "movq %c[room](%%rsp), %%rax\n\t"
          "decq %%rax\n\t"
          "movq %%rax, %c[ip](%%rsp)\n\t"
          "leaq %c[room]+8(%%rsp), %%rax\n\t"
          "movq %%rax, %c[sp](%%rsp)\n\t"
          "movq %%rbx, %c[rbx](%%rsp)\n\t"
          "movq %%rbp, %c[rbp](%%rsp)\n\t"
          "movq %%r12, %c[r12](%%rsp)\n\t"
          "movq %%r13, %c[r13](%%rsp)\n\t"
          "movq %%r14, %c[r14](%%rsp)\n\t"
          "movq %%r15, %c[r15](%%rsp)\n\t"
          "movq %%rsp, %%rsi\n\t"
          "callq __deferc_startpanic\n\t"
          "ud2"
          :
          : [room] "i"(RoomForFrame), [ip] "i"(offsetof(StackFrame, IP)),
            [sp] "i"(offsetof(StackFrame, SP)),
            [rbx] "i"(offsetof(StackFrame, RBX)),
            [rbp] "i"(offsetof(StackFrame, RBP)),
            [r12] "i"(offsetof(StackFrame, R12)),
            [r13] "i"(offsetof(StackFrame, R13)),
            [r14] "i"(offsetof(StackFrame, R14)),
            [r15] "i"(offsetof(StackFrame, R15)));
}
