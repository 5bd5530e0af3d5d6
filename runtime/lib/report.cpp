//===- report.cpp - The report of a crash
//------------------------------------===//
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
///   panic(...)
///           ...
///   inner(...)
///           /src/inner.cpp:12 +0x1d
///
/// The whole stack is still there, so the trace shows where the panic began,
/// below the deferred calls that are running. The process ends with status 2,
/// without atexit handlers and destructors; stdout is flushed when its lock is
/// free, since a program that prints expects to see what it printed.
///
/// DEFERC_TRACEBACK: `none` no trace; `single`, the default, and `all` the
/// trace of this thread, `all` with the runtime's own frames; `crash` the same
/// and SIGABRT at the end, for a core.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include "Symbols.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern "C" {
// The linker's, around the section of TextSection.h.
extern const char __start_deferrt_text[]
    __attribute__((weak, visibility("hidden")));
extern const char __stop_deferrt_text[]
    __attribute__((weak, visibility("hidden")));
}

namespace deferc {
namespace {

constexpr int CrashStatus = 2;

//===-- Printing ----------------------------------------------------------===//

/// Collects text for stderr, so that lines of several threads do not mix.
class Printer {
public:
  ~Printer() { flush(); }

  void add(const char *S, size_t Size) {
    while (Size) {
      if (Used == sizeof Text)
        flush();
      size_t Part = Size < sizeof Text - Used ? Size : sizeof Text - Used;
      memcpy(Text + Used, S, Part);
      Used += Part;
      S += Part;
      Size -= Part;
    }
  }
  void add(const char *S) { add(S, strlen(S)); }

  __attribute__((format(printf, 2, 3))) void addf(const char *Format, ...) {
    char Line[512];
    va_list Arguments;
    va_start(Arguments, Format);
    int Size = vsnprintf(Line, sizeof Line, Format, Arguments);
    va_end(Arguments);
    if (Size > 0)
      add(Line, size_t(Size) < sizeof Line ? Size : sizeof Line - 1);
  }

  void flush() {
    for (size_t Done = 0; Done < Used;) {
      ssize_t N = write(STDERR_FILENO, Text + Done, Used - Done);
      if (N < 0 && errno == EINTR)
        continue;
      if (N <= 0)
        break;
      Done += N;
    }
    Used = 0;
  }

private:
  char Text[4096];
  size_t Used = 0;
};

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

enum class Traceback { None, Single, All, Crash };

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

struct Collected {
  bool Threw;
  char Text[256];
  size_t Size;
};

void collect(void *Context, const char *S, size_t Size) {
  auto *C = static_cast<Collected *>(Context);
  if (C->Size + Size >= sizeof C->Text)
    Size = sizeof C->Text - 1 - C->Size;
  memcpy(C->Text + C->Size, S, Size);
  C->Size += Size;
}

/// Lets every value say its text, before anything is printed.
void preparePanics(G *Self) {
  Self->Printing = true;
  for (Panic *P = Self->Panics; P; P = P->Link) {
    if (P->Goexit || !P->Value->text)
      continue;
    Collected C = {};
    C.Threw = sendText(P->Value, collect, &C) != 0;
    if (C.Threw) {
      takeReport();
      flushStdout();
      Printer Out;
      Out.add("fatal error: panic while printing panic value: ");
      Out.add(C.Text, C.Size);
      Out.add("\n");
      Out.flush();
      end();
    }
  }
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

bool isInRuntime(uintptr_t IP) {
  return IP >= reinterpret_cast<uintptr_t>(__start_deferrt_text) &&
         IP < reinterpret_cast<uintptr_t>(__stop_deferrt_text);
}

bool isIn(uintptr_t IP, void (*Function)()) {
  return functionStart(IP) ==
         functionStart(reinterpret_cast<uintptr_t>(Function));
}

/// Go's limit: this many frames at either end of a deep stack.
constexpr unsigned EndFrames = 50;

struct Trace {
  uintptr_t First[EndFrames];
  uintptr_t Last[EndFrames]; ///< A ring.
  unsigned Count = 0;
  unsigned AfterRuntime = 0;

  /// Leaves out the unwinder's frames, which may have no names: they stand
  /// between the runtime's function that it calls and the one that called it.
  void add(uintptr_t IP, bool Interrupted) {
    // The frame above one that a signal interrupted is the kernel's way back.
    if (Interrupted && Count && !isInRuntime(last()))
      --Count;
    bool IsRuntime = isInRuntime(IP);
    if (IsRuntime &&
        isIn(IP, reinterpret_cast<void (*)()>(&__deferc_walkstack)))
      Count = AfterRuntime;
    if (IsRuntime)
      AfterRuntime = Count + 1;
    if (Count < EndFrames)
      First[Count] = IP;
    else
      Last[Count % EndFrames] = IP;
    ++Count;
  }

  uintptr_t last() const {
    return Count <= EndFrames ? First[Count - 1] : Last[(Count - 1) % EndFrames];
  }
};

_Unwind_Reason_Code addToTrace(_Unwind_Context *Context, void *Argument) {
  int Before = 0;
  uintptr_t IP = _Unwind_GetIPInfo(Context, &Before);
  if (!IP)
    return _URC_END_OF_STACK;
  static_cast<Trace *>(Argument)->add(Before ? IP : IP - 1, Before);
  return _URC_NO_REASON;
}

bool startsWith(const char *S, const char *Prefix) {
  return strncmp(S, Prefix, strlen(Prefix)) == 0;
}

/// Whether a frame is not the program's: the runtime's, the unwinder's, or what
/// the C library starts programs and threads with.
bool isInternal(const char *Name) {
  static const char *const Prefixes[] = {
      "__deferc_",    "deferc::",      "deferc_",       "__deferc::",
      "_ZN6deferc",   "_ZNK6deferc", // In a program that cannot demangle.
      "panic<",       "deferc_panic<", "void panic<",   "void deferc_panic<",
      "_Unwind_",     "libunwind::",   "unwind_phase2", "__libc_start_",
      "start_thread", "__restore_rt", "clone3",        "__clone",       "__start_context"};
  for (const char *Prefix : Prefixes)
    if (startsWith(Name, Prefix))
      return true;
  return !strcmp(Name, "_start") || !strcmp(Name, "clone");
}

/// Prints the frames at one address: inlined functions, innermost first, then
/// the function they are in, by which the whole is judged.
class FramePrinter {
public:
  FramePrinter(Printer &Out, bool ShowInternal)
      : Out(Out), ShowInternal(ShowInternal) {}

  /// Prints what is at the address, unless it is the runtime's.
  void show(uintptr_t IP) {
    Known = nullptr;
    if (isInRuntime(IP)) {
      if (isIn(IP, reinterpret_cast<void (*)()>(&__deferc_gopanic)))
        Known = "panic";
      else if (isIn(IP, &deferc_goexit))
        Known = "goexit";
      else if (!ShowInternal)
        return;
    }
    describeAddress(IP, take, this);
  }

private:
  static void take(void *Context, const Location &L) {
    auto *To = static_cast<FramePrinter *>(Context);
    if (L.Inlined) {
      if (To->Count < sizeof To->Inlined / sizeof *To->Inlined)
        To->Inlined[To->Count++] = L;
      return;
    }
    To->printAll(L);
    To->Count = 0;
  }

  void printAll(const Location &Whole) {
    const char *Name = Whole.Function ? Whole.Function : "??";
    if (Known) {
      print(Known, Whole);
      return;
    }
    if (!ShowInternal && isInternal(Name))
      return;
    for (unsigned I = 0; I < Count; ++I)
      if (ShowInternal || !Inlined[I].Function ||
          !isInternal(Inlined[I].Function))
        print(Inlined[I].Function ? Inlined[I].Function : "??", Inlined[I]);
    print(Name, Whole);
  }

  /// `name(...)` and, on a line of its own after a tab, the place.
  void print(const char *Name, const Location &L) {
    Out.add(Name, nameWithoutParameters(Name));
    Out.add("(...)\n\t");
    if (L.File)
      Out.addf("%s:%d", L.File, L.Line);
    else
      Out.add(L.Object ? L.Object : "??");
    if (!L.Inlined)
      Out.addf(" +%#lx", static_cast<unsigned long>(L.Offset));
    Out.add("\n");
  }

  Printer &Out;
  bool ShowInternal;
  const char *Known = nullptr; ///< The name to show for a frame of the runtime.
  Location Inlined[32];
  unsigned Count = 0;
};

void printTrace(Printer &Out, const char *State) {
  Traceback How = traceback();
  if (How == Traceback::None)
    return;
  G *Self = __deferc_g;
  Out.addf("\ngoroutine %llu [%s]:\n",
           static_cast<unsigned long long>(Self ? Self->Number : 1), State);
  Out.flush();
  Trace T;
  _Unwind_Backtrace(addToTrace, &T);
  FramePrinter To(Out, How == Traceback::All || How == Traceback::Crash);
  unsigned FirstShown = T.Count < EndFrames ? T.Count : EndFrames;
  for (unsigned I = 0; I < FirstShown; ++I)
    To.show(T.First[I]);
  if (T.Count > 2 * EndFrames)
    Out.addf("...%u frames elided...\n", T.Count - 2 * EndFrames);
  unsigned Rest = T.Count > 2 * EndFrames ? T.Count - EndFrames : FirstShown;
  for (unsigned I = Rest; I < T.Count; ++I)
    To.show(T.Last[I % EndFrames]);
}

} // namespace

void reportPanic(Panic *P) noexcept {
  preparePanics(P->Owner);
  takeReport();
  flushStdout();
  Printer Out;
  printPanics(Out, P->Owner->Panics);
  printFault(Out, P->Owner->LastFault);
  printTrace(Out, "running");
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
    printTrace(Out, "running");
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
  printTrace(Out, "running");
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
  fatal("cannot walk past %.*s (at %#lx), which has no unwind tables; deferred "
        "calls of "
        "its callers did not run",
        static_cast<int>(nameWithoutParameters(Name)), Name,
        static_cast<unsigned long>(IP));
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
