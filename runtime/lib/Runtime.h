//===- Runtime.h - What the parts of the runtime share ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The g of a thread, the records and panics on it, and what the files of the
/// runtime call of each other. Names follow Go's runtime.
///
/// A `g` owns an array of frames that have records, innermost last. A frame is
/// known by a cookie that the g hands out and the frame keeps in its own
/// memory, so a frame that `longjmp` has skipped is recognised without touching
/// what was its memory. A panic is an object in the frame of gopanic, linked
/// on the g, newest first; it walks the stack and runs deferred calls on top of
/// it. A recovery is a panic that has been stopped and now unwinds the stack to
/// the frame that recovered; it lives in the exception object that does so.
/// docs/Unwinding.md follows one panic through all of this.
///
/// No C++ library, no locks on the paths of deferproc and deferreturn.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_RUNTIME_H
#define DEFERC_RUNTIME_RUNTIME_H

#include "deferc/abi.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <unwind.h>

#include "TextSection.h"

#define DEFERC_HIDDEN __attribute__((visibility("hidden")))
#define DEFERC_LIKELY(X) __builtin_expect(!!(X), 1)
#define DEFERC_UNLIKELY(X) __builtin_expect(!!(X), 0)

/// std::terminate, where the program has a C++ library.
extern "C" __attribute__((weak)) void
deferc_std_terminate() __asm__("_ZSt9terminatev");

namespace deferc DEFERC_HIDDEN {

#define DEFERC_LAYOUT(Name, Value) constexpr uint64_t Name = Value;
#include "deferc/Contract/RecordLayout.def"

/// Makes one deferred call with the operands in Env. Panicking tells it to use
/// the callee's entry for deferred calls, the one in which recover() works.
using RunHalf = void (*)(void *Env, bool Panicking);

//===-- Records -----------------------------------------------------------===//

/// `_defer`: one deferred call, in the frame or from the pool. The environment
/// follows.
struct Record {
  Record *Link; ///< The frame's next older record.
  RunHalf Run;
  uint32_t Segment;
  uint32_t SizeClass; ///< 0 on the stack, else 1 + the pool's class.
  Record *HeapLink;   ///< Next in the list of the frame's heap records.
  void *Base;         ///< What the allocator gave.
  uint64_t Size;      ///< Bytes at Base.

  void *env() { return reinterpret_cast<char *>(this) + RecordHeaderSize; }
  static Record *of(void *Env) {
    return reinterpret_cast<Record *>(static_cast<char *>(Env) -
                                      RecordHeaderSize);
  }
};
static_assert(sizeof(Record) == RecordHeaderSize);

/// What compiled code has in its frame.
struct Frame {
  uint64_t Cookie; ///< 0 until the first registration.
  void *ReturnSlot;
  Record *Head;
  void *Boxes;
};
static_assert(sizeof(Frame) == FrameSize);
static_assert(offsetof(Frame, Cookie) == FrameCookieOffset);
static_assert(offsetof(Frame, ReturnSlot) == FrameReturnSlotOffset);
static_assert(offsetof(Frame, Head) == FrameHeadOffset);
static_assert(offsetof(Frame, Boxes) == FrameBoxesOffset);

/// Memory for a variable of a loop body.
struct VariableBox {
  VariableBox *Link;
  void *Base;
  uint64_t Size; ///< Bytes at Base.
};

/// A frame with records, as the g knows it.
struct FrameEntry {
  uint64_t Cookie;
  Frame *F;
  void *ReturnSlot;
  const void *PC; ///< Inside the function that registered.
  Record *Heap;   ///< Heap records that the frame has not given back.
  VariableBox *Boxes;
};

//===-- The g -------------------------------------------------------------===//

struct Panic;
struct Recovery;

constexpr unsigned PoolClasses = 6;

/// The fault that a panic stands for, as a crash report shows it.
struct Fault {
  int Signal; ///< 0: none.
  int Code;
  uintptr_t Address;
  uintptr_t PC;
};

/// `g`: what a thread, or a fiber, has of deferred calls and panics.
struct G {
  FrameEntry *Frames;
  uint32_t FrameCount;
  uint32_t FrameCapacity;
  uint64_t NextCookie;
  Panic *Panics; ///< In flight, newest first.
  Recovery *Recoveries;
  Fault LastFault; ///< Forgotten when no panic is left.
  Record *Pool[PoolClasses];
  uint32_t PoolCount[PoolClasses];
  uint64_t Number;               ///< 1 is the main thread.
  uintptr_t StackLow, StackHigh; ///< 0, 0: not known.
  void *SignalStack;             ///< For the handlers of faults, or null.
  bool StackAsked;
  bool OfThread; ///< Freed when the thread ends.
  bool Printing; ///< A crash report is calling the text function of a value.
};

/// The running thread's g; null until its first use.
extern "C" DEFERC_HIDDEN __thread G *__deferc_g
    __attribute__((tls_model("initial-exec")));

/// Makes the thread's g. Cold.
DEFERC_HIDDEN G *newThreadG() noexcept;
DEFERC_HIDDEN G *makeG(bool OfThread) noexcept;
DEFERC_HIDDEN void destroyG(G *Self) noexcept;
/// Whether the destructors of thread-specific data have run in this thread.
DEFERC_HIDDEN bool threadHasEnded() noexcept;

inline G *thisG() noexcept {
  G *Self = __deferc_g;
  return DEFERC_LIKELY(Self != nullptr) ? Self : newThreadG();
}

/// Adds the frame to the g: its first registration.
DEFERC_HIDDEN FrameEntry *pushFrame(G *Self, Frame *F, const void *PC) noexcept;
/// The entry of a registered frame that is not the newest one. Drops those
/// above it, which are of frames that were skipped by longjmp.
DEFERC_HIDDEN FrameEntry *dropAbove(G *Self, Frame *F) noexcept;
/// Gives back the heap records and boxes of an entry.
DEFERC_HIDDEN void freeHeld(G *Self, FrameEntry &E) noexcept;

/// The entry of a registered frame, which becomes the newest one.
inline FrameEntry *topFrame(G *Self, Frame *F) noexcept {
  if (DEFERC_LIKELY(Self->FrameCount)) { // A new g has no array.
    FrameEntry *Top = &Self->Frames[Self->FrameCount - 1];
    if (DEFERC_LIKELY(Top->Cookie == F->Cookie))
      return Top;
  }
  return dropAbove(Self, F);
}

/// Gives back what the newest entry holds, and drops it.
inline void popFrame(G *Self) noexcept {
  FrameEntry &E = Self->Frames[Self->FrameCount - 1];
  if (DEFERC_UNLIKELY(E.Heap || E.Boxes))
    freeHeld(Self, E);
  --Self->FrameCount;
}

/// Asks for StackLow and StackHigh, once.
DEFERC_HIDDEN void findStackBounds(G *Self) noexcept;
/// The stack of the thread's signal handlers, when faults are reported.
DEFERC_HIDDEN void makeSignalStack(G *Self) noexcept;
DEFERC_HIDDEN void freeSignalStack(G *Self) noexcept;
/// Gives a heap record back to the pool.
DEFERC_HIDDEN void freeRecord(G *Self, Record *R) noexcept;

/// Memory for records and boxes; null when there is none.
DEFERC_HIDDEN void *allocateMemory(size_t Size, size_t Align) noexcept;
DEFERC_HIDDEN void releaseMemory(void *Memory, size_t Size) noexcept;

//===-- Panics ------------------------------------------------------------===//

/// One frame on the stack, as the unwinder or stepFrame() restored it.
struct StackFrame {
  uintptr_t IP;        ///< Inside the calling instruction.
  uintptr_t SP;        ///< At the call.
  uintptr_t LSDA;      ///< 0: the function has no landing pads.
  uintptr_t Region;    ///< Start of the function, when it has, or RegionEnd is.
  uintptr_t RegionEnd; ///< 0: not known.
  uintptr_t RBX, RBP, R12, R13, R14, R15;
  bool HasPushedArguments; ///< When RegionEnd is known.
};

/// Reads a frame and its registers. Without an IP, at the end of the stack,
/// only SP is set.
DEFERC_HIDDEN void readFrame(_Unwind_Context *Context, StackFrame &F) noexcept;

/// Restores what the frame had at its call and calls Function(Argument) from
/// there, with the same return address.
[[noreturn]] DEFERC_HIDDEN void callFrom(const StackFrame &F,
                                         void (*Function)(void *),
                                         void *Argument) noexcept;

/// A panic or a goexit, in the frame that started it.
///
/// States, and who moves it:
///   running    gopanic links it and walks
///   recovered  gorecover; back in the walk, recovery() ends it
///   aborted    the walk of a newer panic passed its frame
struct Panic {
  Panic *Link; ///< The next older one.
  __deferc_box *Value;
  bool Goexit;
  bool Recovered;
  bool Aborted;
  G *Owner;

  // The walk.
  uintptr_t SP;    ///< Of the frame that walks; what newer panics know it by.
  Panic *Crossing; ///< The next older panic whose frame was not passed.
  uint32_t NextEntry; ///< Entries of the g below this were not met.
  uintptr_t SkipTo; ///< SP of the frame where the unwinder goes on, 0 after it.
  bool HaveFrame;
  bool NeedsUnwinding;     ///< A frame that was passed has cleanups.
  StackFrame FirstCleanup; ///< The innermost of those. Without IP: not known.
  StackFrame Current;      ///< The frame to look at when its caller is known.
  uintptr_t CallerSP;      ///< Of that caller, 0 when it is not visited.
  const void *Target;      ///< The frame that recovered.
  jmp_buf *Resume;         ///< Where a goexit goes on.
};

/// Walks the stack, running deferred calls, until one has recovered P (true) or
/// the stack ends. A frame that cannot be walked past, for want of unwind
/// tables, is a fatal error. From is the frame to begin with, of which the
/// registers, IP and SP are known; when it is null, the unwinder alone walks,
/// which costs several times as much.
DEFERC_HIDDEN bool runDeferredCalls(Panic *P, const StackFrame *From);
/// Unwinds to the frame that recovered P. Frees P's value.
[[noreturn]] DEFERC_HIDDEN void recovery(Panic *P);
/// Unwinds to the frame at which P's walk is, and raises E there. Frees P's
/// value.
[[noreturn]] DEFERC_HIDDEN void raiseFrom(Panic *P, _Unwind_Exception *E);
/// Makes a deferred call for a panic; returns null, or the exception that has
/// left it, which is not caught.
extern "C" DEFERC_HIDDEN _Unwind_Exception *__deferc_protect(RunHalf Run,
                                                             void *Env);
/// Takes the panics that are newer than Kept off the g, and frees their values.
DEFERC_HIDDEN void dropPanics(G *Self, Panic *Kept) noexcept;
/// Unlinks P and what is newer, unless that has happened.
extern "C" DEFERC_HIDDEN void __deferc_droppanic(Panic *P) noexcept;
/// walkstack.c: Walk, when there is one, and where that gives up (false)
/// _Unwind_Backtrace and Finish, with a cleanup that calls the former.
extern "C" DEFERC_HIDDEN void __deferc_walkstack(bool (*Walk)(void *),
                                                 _Unwind_Trace_Fn Visit,
                                                 void (*Finish)(void *),
                                                 Panic *P);
/// Where that function starts.
DEFERC_HIDDEN uintptr_t walkStart() noexcept;

//===-- Unwinding ---------------------------------------------------------===//

/// A recovered panic on its way to the frame that recovered it. Lives in the
/// exception object.
struct Recovery {
  uint64_t Magic;
  Recovery *Link;
  _Unwind_Exception *Exception;
  void *Header; ///< The C++ library's header, null for a foreign exception.
  G *Owner;
  const void *Target;        ///< The frame, null when a goexit goes on.
  uintptr_t TargetSP;        ///< SP of the physical frame of the target.
  uintptr_t CallerSP;        ///< SP of its caller, which must not be reached.
  Panic *Resumed;            ///< The goexit that goes on.
  _Unwind_Exception *Raised; ///< What goes on from the frame at TargetSP.
  Panic *PassedBy; ///< A newer panic, whose walk has come to the target.
  void (
      *Terminate)(); ///< The program's handler, when ours stands in its place.
  bool Finished;
};

/// Makes the exception and links the recovery on the g.
DEFERC_HIDDEN Recovery *newRecovery(G *Self) noexcept;
/// The recovery that an exception object carries, or null.
DEFERC_HIDDEN Recovery *recoveryOf(G *Self, const void *Exception) noexcept;
/// The unwinding is over: unlinks the recovery. The exception lives on.
DEFERC_HIDDEN void unlinkRecovery(Recovery *R) noexcept;
/// Unlinks the recovery and ends its exception, as a handler would.
DEFERC_HIDDEN void finishRecovery(Recovery *R) noexcept;
/// Whether the innermost handler has caught the exception of this recovery.
DEFERC_HIDDEN bool isBeingCaught(const Recovery *R) noexcept;
/// Unwinds on, as if that frame had begun it by its call.
[[noreturn]] DEFERC_HIDDEN void resumeRecovery(Recovery *R,
                                               const StackFrame &From) noexcept;
/// Takes a thrown exception out of std::uncaught_exceptions(), or puts it back.
DEFERC_HIDDEN void countUncaught(const _Unwind_Exception *E,
                                 bool Back) noexcept;
/// Ends the program as an exception does that nobody catches.
[[noreturn]] DEFERC_HIDDEN void terminateWith(_Unwind_Exception *E) noexcept;
/// Ends an exception that was thrown and not caught, ours or not.
DEFERC_HIDDEN void endException(_Unwind_Exception *E) noexcept;

/// Start of the function at this address; 0 when it has no unwind tables.
DEFERC_HIDDEN uintptr_t functionStart(uintptr_t IP) noexcept;
/// Whether the function's tables say that it has no caller (`.cfi_undefined
/// rip`).
DEFERC_HIDDEN bool isOutermost(uintptr_t IP) noexcept;
/// Whether the frame is in a function that was split, into parts with unwind
/// tables of their own: its landing pads are then relative to another part.
DEFERC_HIDDEN bool isInSplitFunction(const StackFrame &F) noexcept;
/// Start of the part of a split function that holds its entry, by the names of
/// the parts; 0 when there are no symbols. Reads the object's file.
DEFERC_HIDDEN uintptr_t mainPart(uintptr_t IP) noexcept;

/// What the exception tables say about a call.
enum class CallSite {
  Nothing,   ///< An exception passes the frame.
  Pad,       ///< Control goes to a landing pad.
  Terminates ///< The call must not throw.
};
DEFERC_HIDDEN CallSite findCallSite(const StackFrame &F,
                                    uintptr_t &Pad) noexcept;
/// Whether the call at this place has arguments on the stack that a landing
/// pad expects to be popped.
DEFERC_HIDDEN bool hasPushedArguments(uintptr_t IP) noexcept;

//===-- Funcdata ----------------------------------------------------------===//

/// One entry of a deferc_funcdata section.
struct Funcdata {
  const uint8_t *Entry;

  /// Ends the program when the entry is damaged, reaches beyond the end of its
  /// section, or is of a kind that this runtime does not know.
  void check(const uint8_t *End) const noexcept;

  uint8_t kind() const noexcept;
  /// Bytes of the whole entry.
  unsigned size() const noexcept;
  /// An address in the entry block of the function.
  uintptr_t where() const noexcept;

  // Of an open-coded frame.
  unsigned count() const noexcept; ///< Of defer statements.
  RunHalf run(unsigned I) const noexcept;
  uint32_t envOffset(unsigned I) const noexcept;
  /// Where the open-coded frame lies in this activation.
  uint8_t *frame(const StackFrame &F) const noexcept;

  // Of a function that recovers.
  uintptr_t deferredEntry() const noexcept;
};

struct FuncdataObject;

/// Finds the entries of a function, inner frames first. Neither locks nor
/// allocates, so it may run in a signal handler. Cost: a binary search in each
/// shared object.
class FuncdataOf {
public:
  /// The function at [Region, End). An End of 0 is not known, which costs a
  /// search in the unwind tables.
  FuncdataOf(uintptr_t Region, uintptr_t End, uint8_t Kind) noexcept;
  /// The next one; Entry is null at the end.
  Funcdata next() noexcept;

private:
  bool has(uintptr_t Address) const noexcept;
  const uint8_t *searchObject(const FuncdataObject &O,
                              unsigned &Skip) const noexcept;

  uintptr_t Region, RegionEnd;
  uint8_t Kind;
  unsigned Seen = 0;
};

//===-- Values and messages -----------------------------------------------===//

/// Sends the text that a crash report prints. Returns 1 when the value's own
/// text function threw.
DEFERC_HIDDEN int sendText(const __deferc_box *Box, __deferc_sink Sink,
                           void *Context) noexcept;
/// The same, but calls no text function: a value that has one, and whose text
/// is not kept yet, is shown as its type. Does not allocate.
DEFERC_HIDDEN void sendPreparedText(const __deferc_box *Box, __deferc_sink Sink,
                                    void *Context) noexcept;
/// Keeps that text in the box, where the next call finds it, and returns it.
/// Threw: whether the value's own text function threw; null: nobody asks.
DEFERC_HIDDEN const char *keepText(__deferc_box *Box, size_t &Size,
                                   bool *Threw = nullptr) noexcept;
/// Whether Go would compare the two as identical.
DEFERC_HIDDEN bool isIdentical(const __deferc_box *A,
                               const __deferc_box *B) noexcept;

/// Prints the panics in flight and the stack, and ends the process with 2.
[[noreturn]] DEFERC_HIDDEN __attribute__((cold)) void
reportPanic(Panic *P) noexcept;
/// The report of a fault that is no panic.
[[noreturn]] DEFERC_HIDDEN __attribute__((cold)) void
reportFault(const Fault &F, bool IsStackOverflow) noexcept;
/// Whether a report has begun in another thread, which will end the process.
DEFERC_HIDDEN bool otherThreadReports() noexcept;
/// Makes \p Newest the newest panic of \p Self, its own or null. All changes go
/// through here, so that an exit knows whether a thread is panicking.
DEFERC_HIDDEN void setPanics(G *Self, Panic *Newest) noexcept;
/// Ends the process because the frame at this address cannot be walked past.
[[noreturn]] DEFERC_HIDDEN void reportStuckWalk(uintptr_t IP) noexcept;
/// The same for an error that nothing recovers.
[[noreturn]] DEFERC_HIDDEN __attribute__((format(printf, 1, 2))) void
fatal(const char *Format, ...) noexcept;
/// A panic was raised by the text function of a value that is being printed.
[[noreturn]] DEFERC_HIDDEN __attribute__((cold)) void
reportPanicWhilePrinting(__deferc_box *Value) noexcept;

} // namespace deferc DEFERC_HIDDEN

//===-- The contract ------------------------------------------------------===//

// The definitions are checked against the list that the compiler expands: the
// declarations here and those in the .def file must agree.
using deferc::Frame;
using deferc::RunHalf;
extern "C" {
void *__deferc_newdefer(Frame *F, uint64_t Size, uint64_t Align) noexcept;
void __deferc_deferproc(Frame *F, void *Env, RunHalf Run,
                        uint32_t Segment) noexcept;
void __deferc_deferprocStack(Frame *F, void *Env, RunHalf Run,
                             uint32_t Segment) noexcept;
void __deferc_deferreturn(Frame *F, uint32_t Segment);
bool __deferc_recovered(void *F, _Unwind_Exception *E) noexcept;
bool __deferc_caught(void *F) noexcept;
void *__deferc_replaced(void *F, _Unwind_Exception *Old,
                        _Unwind_Exception *New) noexcept;
void *__deferc_currentpanic() noexcept;
void *__deferc_deferredentry(void *Function) noexcept;
void *__deferc_newbox(Frame *F, uint64_t Size, uint64_t Align, void *Old,
                      uint32_t Taken) noexcept;
[[noreturn]] void __deferc_noresult(void *F);
void __deferc_registerfuncdata(const void *Begin, const void *End) noexcept;
void __deferc_unregisterfuncdata(const void *Begin, const void *End) noexcept;
}

namespace deferc::contract {

// How a word of the contract looks in the runtime.
template <typename T> struct Word;
template <> struct Word<void> {
  static constexpr int value = 'v';
};
template <typename T> struct Word<T *> {
  static constexpr int value = 'p';
};
template <> struct Word<bool> {
  static constexpr int value = 'b';
};
template <> struct Word<uint32_t> {
  static constexpr int value = 'i';
};
template <> struct Word<uint64_t> {
  static constexpr int value = 'l';
};

struct Void {
  static constexpr int value = 'v';
};
struct Ptr {
  static constexpr int value = 'p';
};
struct Bool {
  static constexpr int value = 'b';
};
struct I32 {
  static constexpr int value = 'i';
};
struct I64 {
  static constexpr int value = 'l';
};
enum Exit { Returns, MayUnwind, NoReturn };

template <typename R, typename... P> struct Signature {
  template <bool N, typename DR, typename... DP>
  static constexpr bool matches(DR (*)(DP...) noexcept(N), Exit E) {
    if constexpr (sizeof...(P) != sizeof...(DP))
      return false;
    else
      return Word<DR>::value == R::value &&
             ((Word<DP>::value == P::value) && ...) && N == (E == Returns);
  }
};
template <typename R, typename... P>
Signature<R, P...> signatureOf(R (*)(P...));

#define DEFERC_RUNTIME(Id, Symbol, Result, Params, Exit)                       \
  static_assert(decltype(signatureOf(static_cast<Result(*) Params>(            \
                    nullptr)))::matches(&Symbol, Exit),                        \
                #Symbol " differs from RuntimeFunctions.def");
#include "deferc/Contract/RuntimeFunctions.def"

} // namespace deferc::contract

#endif // DEFERC_RUNTIME_RUNTIME_H
