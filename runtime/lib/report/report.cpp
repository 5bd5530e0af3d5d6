//===- report.cpp - The report of a crash ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A report from its beginning to the end of the process. The runtime prints
/// nothing else. The text is Go's (test/Conformance 121 to 154):
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
/// without atexit handlers and destructors.
///
/// A report has two stages. The first one calls what may take a while: the
/// values say their texts, and stdout is flushed, since a program that prints
/// expects to see what it printed. The second stage prints: first the head, for
/// which it needs no lock and no memory, then the trace. When the watchdog
/// interrupts the first stage, the second one begins at once, and a value that
/// has not said its text is shown as its type. When the watchdog interrupts the
/// second stage, the process ends.
///
/// The trace is walked on the thread's own stack and printed on the watchdog's,
/// since the thread may have little room left.
///
/// DEFERC_TRACEBACK: `none` no trace; `single`, the default, that of this
/// thread; `all` those of all threads, with the runtime's frames and wrappers;
/// `crash` the same and SIGABRT at the end, for a core. A privileged program
/// (AT_SECURE) prints no trace and does not look at it. trace.cpp has the rules
/// for frames, otherthreads.cpp asks the other threads, printpanics.cpp prints
/// the panics.
///
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "g/Panics.h"
#include "report/ReportParts.h"
#include "report/Trace.h"
#include "report/Watchdog.h"
#include "support/Fatal.h"
#include "symbols/Symbols.h"
#include "value/Value.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>

namespace deferc {
namespace {

constexpr int CrashStatus = 2;

void addPlain(void *Context, const char *S, size_t Size) {
  static_cast<Printer *>(Context)->add(S, Size);
}

//===-- Ending the process ------------------------------------------------===//

Traceback traceback() {
  if (isPrivileged())
    return Traceback::None;
  const char *Value = secure_getenv("DEFERC_TRACEBACK");
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

enum class Stage { None, Preparing, Printing, Ending };

volatile Stage Now; ///< Of the report.
Traceback Amount;   ///< Asked for once, at its beginning.

[[noreturn]] void end() {
  Stage Was = Now;
  Now = Stage::Ending;
  if (Was == Stage::Printing) {
    restartWatchdog();
    flushStdoutLast();
  }
  if (Amount == Traceback::Crash) {
    // Not by abort(), whose lock another thread may hold.
    signal(SIGABRT, SIG_DFL);
    syscall(SYS_tgkill, getpid(), gettid(), SIGABRT);
  }
  _exit(CrashStatus);
}

/// Asks each value for its text, the newest first.
void prepareTexts(Panic *Newest) {
  Newest->Owner->Printing = true;
  for (Panic *P = Newest; P; P = P->Link)
    if (!P->Goexit && P->Value->text && __deferc_preparetext(P->Value))
      reportPanicWhilePrinting(P->Value);
}

//===-- The trace ---------------------------------------------------------===//

/// The stack of the reporting thread.
Stack Own;
bool HaveStack;

/// Walks the stack from the frame that Caller returns to. Without a Caller,
/// starts where the fault F happened.
void walkStack(const void *Caller, const Fault *F) {
  HaveStack = true;
  Own.reserve();
  if (Caller)
    Own.walkFrom(Caller);
  else
    Own.walkInterrupted(F->PC);
}

void printTrace(Printer &Out) {
  G *Self = __deferc_g;
  Out.addf("\ngoroutine %llu [running]:\n",
           static_cast<unsigned long long>(Self ? Self->Number : 1));
  Out.flush();
  if (HaveStack)
    printStack(Out, Own, Amount >= Traceback::All);
  if (Amount >= Traceback::All)
    printOtherThreads(Out);
}

//===-- The report --------------------------------------------------------===//

/// What a report tells.
struct Subject {
  /// Prints the lines in front of the trace, without locks and memory.
  void (*PrintHead)(Printer &Out, const Subject &S);
  /// Prints more of them, for which helpers are called; or null.
  void (*PrintMore)(Printer &Out, const Subject &S);
  const Panic *P;
  const char *Message;
  uintptr_t IP;
  __deferc_value *Value;
  const Fault *F;
  bool IsStackOverflow;
  const void *Caller; ///< Where the trace begins, or null.
  bool HasTrace;
};

Subject Current;

/// The second stage.
[[noreturn]] void print() {
  Now = Stage::Printing;
  restartWatchdog();
  Printer Out;
  Current.PrintHead(Out, Current);
  Out.flush();
  restartWatchdog();
  if (Current.PrintMore)
    Current.PrintMore(Out, Current);
  if (Current.HasTrace && Amount != Traceback::None)
    printTrace(Out);
  Out.flush();
  end();
}

void walkCurrentStack() {
  if (Current.HasTrace && Amount != Traceback::None && !HaveStack)
    walkStack(Current.Caller, Current.F);
}

/// Prints the rest of a trace after libdw has faulted or has not answered.
[[noreturn]] void finishTrace() {
  restartWatchdog();
  Printer Out;
  printRestOfStack(Out, Own, Amount >= Traceback::All);
  Out.flush();
  end();
}

void giveUp() {
  if (Now == Stage::Printing && isInLibDw())
    finishTrace();
  if (Now != Stage::Preparing)
    end();
  walkCurrentStack();
  print();
}

/// Makes the thread the reporter and begins its report. A panic in a text
/// function replaces the report that asked for the text. A crash while printing
/// ends the process.
void begin(const Subject &S) {
  if (becomeReporter())
    Now = Stage::None;
  if (Now == Stage::Printing || Now == Stage::Ending)
    end();
  Current = S;
  HaveStack = false;
  Amount = Traceback::None;
  Now = Stage::Preparing;
  startWatchdog(giveUp);
  Amount = traceback(); // The environment may be damaged.
}

/// Ends the first stage and runs the second one. The walk comes late in the
/// first stage, since it faults where the stack is damaged or full.
[[noreturn]] void finish() {
  flushStdout();
  walkCurrentStack();
  runOnOwnStack(print);
}

[[noreturn]] void report(const Subject &S) {
  begin(S);
  finish();
}

void keepName(void *Context, const Location &L) {
  auto *Kept = static_cast<Location *>(Context);
  if (!L.Inlined)
    *Kept = L;
}

/// The function at this address, or the object that holds it.
const char *nameOfCode(uintptr_t IP) {
  Location L = {};
  if (!isPrivileged())
    describeAddress(IP, keepName, &L);
  return L.Function ? L.Function : L.Object ? L.Object : "unknown code";
}

void printPanicsInFlight(Printer &Out) {
  if (G *Self = __deferc_g; Self && Self->Panics && !Self->Printing)
    printPanics(Out, Self->Panics);
}

void printError(Printer &Out, const char *Message) {
  Out.add("fatal error: ");
  Out.add(Message);
  Out.add("\n");
}

} // namespace

extern "C" void __deferc_leavetext() { giveUp(); }

void reportPanic(Panic *P) noexcept {
  Subject S = {};
  S.P = P;
  S.PrintHead = [](Printer &Out, const Subject &S) {
    printPanics(Out, S.P);
    printFault(Out, S.P->Owner->LastFault);
  };
  S.HasTrace = true;
  S.Caller = __builtin_return_address(0);
  begin(S);
  prepareTexts(P);
  finish();
}

void fatal(const char *Format, ...) noexcept {
  char Message[512];
  va_list Arguments;
  va_start(Arguments, Format);
  vsnprintf(Message, sizeof Message, Format, Arguments);
  va_end(Arguments);
  Subject S = {};
  S.Message = Message;
  S.PrintHead = [](Printer &Out, const Subject &S) {
    printPanicsInFlight(Out);
    printError(Out, S.Message);
  };
  S.Caller = __builtin_return_address(0);
  S.HasTrace = !threadHasEnded(); // What is left of its stack says nothing.
  report(S);
}

void reportFault(const Fault &F, bool IsStackOverflow) noexcept {
  if (isReporter() && Now == Stage::Preparing)
    giveUp(); // The text of a value is at fault.
  Subject S = {};
  S.F = &F;
  S.IsStackOverflow = IsStackOverflow;
  S.HasTrace = true;
  S.PrintHead = [](Printer &Out, const Subject &S) {
    G *Self = __deferc_g;
    if (S.IsStackOverflow) {
      if (Self && Self->StackHigh)
        Out.addf("runtime: goroutine stack exceeds %lu-byte limit\n",
                 static_cast<unsigned long>(Self->StackHigh - Self->StackLow));
      return printError(Out, "stack overflow");
    }
    if (S.F->Signal == SIGSEGV || S.F->Signal == SIGBUS) {
      Out.addf("unexpected fault address 0x%lx\n",
               static_cast<unsigned long>(S.F->Address));
      printError(Out, "fault");
    } else {
      printError(Out, "unexpected signal during runtime execution");
    }
    printFault(Out, *S.F);
  };
  report(S);
}

void reportStuckWalk(uintptr_t IP) noexcept {
  Subject S = {};
  S.IP = IP;
  S.PrintHead = [](Printer &Out, const Subject &) { printPanicsInFlight(Out); };
  S.PrintMore = [](Printer &Out, const Subject &S) {
    Out.addf("fatal error: cannot walk past %s (at %#lx), which has no unwind "
             "tables; deferred calls of its callers did not run\n",
             nameOfCode(S.IP), static_cast<unsigned long>(S.IP));
  };
  S.Caller = __builtin_return_address(0);
  S.HasTrace = true;
  report(S);
}

void reportPanicWhilePrinting(__deferc_value *Value) noexcept {
  Subject S = {};
  S.Value = Value;
  S.PrintHead = [](Printer &Out, const Subject &S) {
    Out.add("fatal error: panic while printing panic value: ");
    if (S.Value)
      sendPreparedText(S.Value, addPlain, &Out);
    else
      Out.add("nil");
    Out.add("\n");
  };
  begin(S);
  static bool Again; // The text of this value may panic, too.
  if (Value && Value->text && !Again) {
    Again = true;
    __deferc_preparetext(Value);
  }
  finish();
}

void finishOwnReport() noexcept {
  if (isReporter() && Now == Stage::Preparing)
    giveUp();
}

void forgetReport() noexcept {
  if (!forgetReporter())
    return;
  Now = Stage::None;
  stopWatchdog();
  forgetFlush();
  forgetHelpers();
  forgetDescriptions();
}

} // namespace deferc
