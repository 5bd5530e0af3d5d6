//===- report.cpp - The report of a crash ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only file of the runtime that prints. The text is Go's (test/Conformance
/// 121 to 154):
///
///   panic: first [recovered]
///           panic: second
///
///   goroutine 1 [running]:
///   inner(...)
///           /src/inner.cpp:12 +0x1d
///
/// The whole stack is still there, so the trace shows where the panic began,
/// below the deferred calls that are running. The process ends with status 2,
/// without atexit handlers and destructors; stdout is flushed when its lock is
/// free, since a program that prints expects to see what it printed.
///
/// DEFERC_TRACEBACK: `none` no trace; `single`, the default, that of this
/// thread; `all` those of all threads, with the runtime's frames and wrappers;
/// `crash` the same and SIGABRT at the end, for a core. trace.cpp has the rules
/// for frames, otherthreads.cpp asks the other threads.
///
//===----------------------------------------------------------------------===//

#include "Symbols.h"
#include "Trace.h"

#include <signal.h>
#include <stdlib.h>

namespace deferc {
namespace {

constexpr int CrashStatus = 2;

void addPlain(void *Context, const char *S, size_t Size) {
  static_cast<Printer *>(Context)->add(S, Size);
}

/// A line break inside a value is followed by a tab (Go 1.23).
void addIndented(void *Context, const char *S, size_t Size) {
  auto *Out = static_cast<Printer *>(Context);
  while (const char *Break = static_cast<const char *>(memchr(S, '\n', Size))) {
    Out->add(S, Break + 1 - S);
    Out->add("\t");
    Size -= Break + 1 - S;
    S = Break + 1;
  }
  Out->add(S, Size);
}

//===-- Ending the process ------------------------------------------------===//

Traceback traceback() {
  const char *Value = getenv("DEFERC_TRACEBACK");
  if (!Value)
    return Traceback::Single;
  if (!strcmp(Value, "none") || !strcmp(Value, "0"))
    return Traceback::None;
  if (!strcmp(Value, "all") || !strcmp(Value, "system"))
    return Traceback::All;
  if (!strcmp(Value, "crash"))
    return Traceback::Crash;
  return Traceback::Single;
}

pid_t Reporter; ///< The thread that has begun a report, or 0.

/// Only one thread reports; another that crashes meanwhile waits for the end. A
/// crash inside the report ends it.
void takeReport() {
  pid_t Me = gettid(), Nobody = 0;
  if (__atomic_compare_exchange_n(&Reporter, &Nobody, Me, false,
                                  __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return;
  if (Nobody == Me)
    _exit(CrashStatus);
  for (;;)
    pause();
}

void flushStdout() {
  if (ftrylockfile(stdout) != 0)
    return;
  fflush_unlocked(stdout);
  funlockfile(stdout);
}

[[noreturn]] void end() {
  if (traceback() == Traceback::Crash) {
    signal(SIGABRT, SIG_DFL);
    abort();
  }
  _exit(CrashStatus);
}

//===-- The panics --------------------------------------------------------===//

bool hidesNext(const Panic *Older, const Panic *Newer) {
  return !Older->Goexit && !Newer->Goexit &&
         isIdentical(Older->Value, Newer->Value);
}

/// Lets the value say its text. Its function may panic and recover; the walk of
/// a panic that nothing has recovered ends in this frame.
__attribute__((noinline)) void prepareText(__deferc_box *Value) {
  bool Threw = false;
  size_t Size;
  const char *Text = keepText(Value, Size, &Threw);
  if (!Threw)
    return;
  takeReport();
  flushStdout();
  Printer Out;
  Out.add("fatal error: panic while printing panic value: ");
  Out.add(Text);
  Out.add("\n");
  Out.flush();
  end();
}

/// Once each, before anything is printed, the newest first.
void preparePanics(G *Self) {
  Self->Printing = true;
  for (Panic *P = Self->Panics; P; P = P->Link)
    if (!P->Goexit && P->Value->text)
      prepareText(P->Value);
}

/// Prints P and the older ones, oldest first. A value that is panicked with
/// again prints once.
void printPanics(Printer &Out, const Panic *P) {
  const Panic *Older = P->Link;
  if (Older) {
    printPanics(Out, Older);
    if (hidesNext(Older, P))
      return;
    if (!Older->Goexit)
      Out.add("\t");
  }
  if (P->Goexit)
    return;
  Out.add("panic: ");
  sendText(P->Value, addIndented, &Out);
  const Panic *Newer = P->Owner->Panics;
  while (Newer != P && Newer->Link != P)
    Newer = Newer->Link;
  if (P->Recovered)
    Out.add(Newer != P && hidesNext(P, Newer) ? " [recovered, repanicked]"
                                              : " [recovered]");
  Out.add("\n");
}

void printFault(Printer &Out, const Fault &F) {
  if (!F.Signal)
    return;
  const char *Name = F.Signal == SIGSEGV  ? "SIGSEGV: segmentation violation"
                     : F.Signal == SIGBUS ? "SIGBUS: bus error"
                                          : "SIGFPE: floating-point exception";
  Out.addf("[signal %s code=%#x addr=0x%lx pc=%#lx]\n", Name, F.Code,
           static_cast<unsigned long>(F.Address),
           static_cast<unsigned long>(F.PC));
}

//===-- The trace ---------------------------------------------------------===//

/// From the frame that this return address leads to, or, when it is null, from
/// the one that the fault has interrupted.
void printTrace(Printer &Out, const void *Caller, const Fault *F = nullptr) {
  Traceback How = traceback();
  if (How == Traceback::None)
    return;
  G *Self = __deferc_g;
  Out.addf("\ngoroutine %llu [running]:\n",
           static_cast<unsigned long long>(Self ? Self->Number : 1));
  Out.flush();
  static Stack Own; // The thread's may be short.
  Own.reserve();
  if (Caller)
    Own.walkFrom(Caller);
  else
    Own.walkInterrupted(F->PC);
  printStack(Out, Own, How >= Traceback::All);
  if (How >= Traceback::All)
    printOtherThreads(Out, end);
}

} // namespace

const void *const PreparingText = reinterpret_cast<const void *>(&prepareText);

void reportPanic(Panic *P) noexcept {
  preparePanics(P->Owner);
  takeReport();
  flushStdout();
  Printer Out;
  printPanics(Out, P->Owner->Panics);
  printFault(Out, P->Owner->LastFault);
  printTrace(Out, __builtin_return_address(0));
  Out.flush();
  end();
}

void fatal(const char *Format, ...) noexcept {
  takeReport();
  flushStdout();
  Printer Out;
  if (G *Self = __deferc_g; Self && Self->Panics && !Self->Printing)
    printPanics(Out, Self->Panics);
  char Message[512];
  va_list Arguments;
  va_start(Arguments, Format);
  vsnprintf(Message, sizeof Message, Format, Arguments);
  va_end(Arguments);
  Out.add("fatal error: ");
  Out.add(Message);
  Out.add("\n");
  if (!threadHasEnded()) // What is left of its stack says nothing.
    printTrace(Out, __builtin_return_address(0));
  Out.flush();
  end();
}

void reportFault(const Fault &F, bool IsStackOverflow) noexcept {
  takeReport();
  flushStdout();
  Printer Out;
  G *Self = __deferc_g;
  if (IsStackOverflow) {
    if (Self && Self->StackHigh)
      Out.addf("runtime: goroutine stack exceeds %lu-byte limit\n",
               static_cast<unsigned long>(Self->StackHigh - Self->StackLow));
    Out.add("fatal error: stack overflow\n");
  } else if (F.Signal == SIGSEGV || F.Signal == SIGBUS) {
    Out.addf("unexpected fault address 0x%lx\nfatal error: fault\n",
             static_cast<unsigned long>(F.Address));
  } else {
    Out.add("fatal error: unexpected signal during runtime execution\n");
  }
  if (!IsStackOverflow)
    printFault(Out, F);
  printTrace(Out, nullptr, &F);
  Out.flush();
  end();
}

namespace {

void keepName(void *Context, const Location &L) {
  auto *Kept = static_cast<Location *>(Context);
  if (!L.Inlined)
    *Kept = L;
}

} // namespace

void reportStuckWalk(uintptr_t IP) noexcept {
  Location L = {};
  describeAddress(IP, keepName, &L);
  const char *Name = L.Function ? L.Function
                     : L.Object ? L.Object
                                : "unknown code";
  fatal("cannot walk past %s (at %#lx), which has no unwind tables; deferred "
        "calls of "
        "its callers did not run",
        Name, static_cast<unsigned long>(IP));
}

void reportPanicWhilePrinting(__deferc_box *Value) noexcept {
  takeReport();
  flushStdout();
  Printer Out;
  Out.add("fatal error: panic while printing panic value: ");
  if (Value)
    sendText(Value, addPlain, &Out);
  else
    Out.add("nil");
  Out.add("\n");
  Out.flush();
  end();
}

bool otherThreadReports() noexcept {
  pid_t Now = __atomic_load_n(&Reporter, __ATOMIC_ACQUIRE);
  return Now && Now != gettid();
}

} // namespace deferc
