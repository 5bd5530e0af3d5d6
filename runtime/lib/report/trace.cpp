//===- trace.cpp - Which frames of a stack are shown, and how -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements Trace.h, but for the other threads. The rules are Go's
/// (traceback.go):
///
/// - The runtime's frames are left out, and so is what starts programs and
///   threads. A wrapper is left out unless it has raised the panic
///   (`defer panic(1)`).
/// - `panic` stands between the deferred calls that a panic has made and the
///   frame that raised it. It is not shown as the first frame.
/// - An inlined function is a frame like any other.
/// - 50 frames are shown at either end of a deep stack. Frames that are left
///   out do not count.
///
//===----------------------------------------------------------------------===//

#include "report/Trace.h"
#include "deferc/abi.h"
#include "report/Watchdog.h"
#include "symbols/Symbols.h"

#include <stdlib.h>
#include <string.h>

namespace deferc {
namespace {

//===-- Judging -----------------------------------------------------------===//

bool startsWith(const char *S, const char *Prefix) {
  return strncmp(S, Prefix, strlen(Prefix)) == 0;
}

template <size_t N>
bool startsWithAny(const char *S, const char *const (&Prefixes)[N]) {
  for (const char *Prefix : Prefixes)
    if (startsWith(S, Prefix))
      return true;
  return false;
}

/// Whether a function panics on behalf of its caller.
bool isPartOfPanic(const char *Name) {
  static const char *const Prefixes[] = {"panic<", "deferc_panic",
                                         "__deferc::", "__deferc_panic_"};
  return startsWithAny(Name, Prefixes);
}

/// Whether a frame is not the program's: the runtime's, the unwinder's, or what
/// the C library starts programs and threads with.
bool isInternal(const char *Name) {
  static const char *const Prefixes[] = {
      "__deferc_",      "deferc::",     "deferc_",     "__deferc::",
      "_ZN6deferc",     "_ZNK6deferc", // In a program that cannot demangle.
      "panic<",         "_Unwind_",     "libunwind::", "unwind_phase2",
      "__libc_start_",  "start_thread", "clone3",      "__clone",
      "__start_context"};
  return startsWithAny(Name, Prefixes) || !strcmp(Name, "_start") ||
         !strcmp(Name, "clone");
}

/// Whether a frame without a name is in the C or the C++ library. These export
/// none of their functions that call main and what a thread runs.
bool isInLibrary(const char *Object) {
  static const char *const Names[] = {"libc.so", "libpthread.so", "ld-linux",
                                      "libstdc++.so", "libc++.so"};
  const char *Slash = strrchr(Object, '/');
  return startsWithAny(Slash ? Slash + 1 : Object, Names);
}

/// The locations of one address, the innermost inlined function first.
struct Description {
  uintptr_t IP;
  Location *Frames;
  unsigned Count;
};

/// Asks for descriptions and keeps them, since a deep stack has few different
/// addresses.
class Describer {
public:
  const Description &at(uintptr_t IP) {
    constexpr size_t Mask = sizeof Kept / sizeof *Kept - 1, Near = 16;
    size_t Home = IP * 0x9e3779b97f4a7c15u >> 32, I = 0;
    while (I != Near && Kept[(Home + I) & Mask].IP &&
           Kept[(Home + I) & Mask].IP != IP)
      ++I;
    Description &D = Kept[(Home + I % Near) & Mask];
    if (D.IP == IP)
      return D;
    Collected = 0;
    describeAddress(IP, collect, this);
    D = {IP, nullptr, 0};
    D.Frames = static_cast<Location *>(malloc(Collected * sizeof(Location)));
    if (!D.Frames)
      return Nothing;
    memcpy(D.Frames, Buffer, Collected * sizeof(Location));
    D.Count = Collected;
    return D;
  }

  void forget() {
    for (Description &D : Kept)
      D = {};
  }

private:
  static void collect(void *Context, const Location &L) {
    auto *To = static_cast<Describer *>(Context);
    constexpr unsigned Most = sizeof Buffer / sizeof *Buffer;
    if (To->Collected == Most) {
      if (L.Inlined)
        return;
      --To->Collected;
    }
    To->Buffer[To->Collected++] = L;
  }

  Description Kept[8192]; // Pages that are not used cost nothing.
  Description Nothing;
  Location Buffer[64];
  unsigned Collected;
};

Describer Describe;

/// Goes through the frames of a stack that are shown. A copy goes on from the
/// frame at which it was made.
class ShownFrames {
public:
  ShownFrames(const Stack &S, bool ShowInternal)
      : S(S), ShowInternal(ShowInternal) {}

  struct Shown {
    const char *Name;
    Location L;
  };

  /// False at the end.
  bool next(Shown &F) {
    for (; At != S.size(); ++At, Within = 0) {
      if (S.missing() && At == S.missingBefore())
        CalleePanics = false;
      while (nextHere(S[At], F)) {
        if (!isShown(F))
          continue;
        Any = true;
        return true;
      }
    }
    return false;
  }

private:
  /// Takes the next frame of this address. False when it has no more.
  bool nextHere(uintptr_t IP, Shown &F) {
    F.Name = nullptr;
    if (isInRuntime(IP)) {
      if (Within)
        return false;
      if (isIn(IP, reinterpret_cast<void (*)()>(&__deferc_gopanic)))
        F.Name = "panic";
      else if (isIn(IP, &deferc_goexit))
        F.Name = "goexit";
      else if (!ShowInternal && !CalleePanics)
        return false;
    }
    const Description &D = Describe.at(IP);
    if (Within == D.Count)
      return false;
    // The whole function decides about what is inlined into it.
    const char *Whole = D.Frames[D.Count - 1].Function;
    bool Skip = F.Name || (!ShowInternal && Whole && isInternal(Whole));
    if (!Within && Skip)
      Within = D.Count - 1;
    F.L = D.Frames[Within++];
    if (!F.Name)
      F.Name = F.L.Function ? F.L.Function : "??";
    if (Place.File && F.L.Kind != FunctionKind::Operands) {
      F.L.File = Place.File;
      F.L.Line = Place.Line;
      Place.File = nullptr;
    }
    return true;
  }

  /// Judges a frame by itself and by the one further in.
  bool isShown(const Shown &F) {
    bool CalledPanic = CalleePanics;
    const char *InnerBlock = Block;
    bool IsPanic = isInRuntime(S[At]) && !strcmp(F.Name, "panic");
    CalleePanics = IsPanic || (CalledPanic && isPartOfPanic(F.Name));
    Block = F.L.Kind == FunctionKind::Block ? F.Name : nullptr;
    if (ShowInternal)
      return true;
    if (IsPanic)
      return Any;
    bool IsGoexit = isInRuntime(S[At]) && !strcmp(F.Name, "goexit");
    if (!IsGoexit && (isInRuntime(S[At]) || isInternal(F.Name)))
      return false;
    if (!F.L.Function && F.L.Object && isInLibrary(F.L.Object))
      return false;
    switch (F.L.Kind) {
    case FunctionKind::Plain:
    case FunctionKind::Block:
      return true;
    case FunctionKind::BlockRunner:
      return !InnerBlock || strcmp(InnerBlock, F.Name) != 0;
    case FunctionKind::Wrapper:
      return CalledPanic;
    case FunctionKind::Operands:
      // They are evaluated where the statement stands.
      if (!Place.File && F.L.Inlined)
        Place = F.L;
      return false;
    }
    return true;
  }

  const Stack &S;
  bool ShowInternal;
  size_t At = 0;
  unsigned Within = 0;
  bool Any = false;
  bool CalleePanics = false;
  const char *Block = nullptr; ///< The name of the frame further in, a block.
  Location Place = {}; ///< With a file: the place in the next frame out.
};

//===-- Printing ----------------------------------------------------------===//

/// `name(...)` and, on a line of its own after a tab, the place.
void printFrame(Printer &Out, const ShownFrames::Shown &F) {
  const Location &L = F.L;
  Out.add(F.Name);
  Out.add("(...)\n\t");
  if (L.File) {
    Out.add(L.File);
    Out.addf(":%d", L.Line);
  } else {
    Out.add(L.Object ? L.Object : "??");
  }
  if (!L.Inlined)
    Out.addf(" +%#lx", static_cast<unsigned long>(L.Offset));
  Out.add("\n");
}

/// The stack that is being printed, and how many of its frames have been.
const Stack *Current;
size_t Printed;

/// Skips so many frames and prints up to Most of the next ones.
void printSome(Printer &Out, ShownFrames &Frames, size_t Skip, size_t Most) {
  ShownFrames::Shown F;
  for (size_t I = 0; I != Skip + Most && Frames.next(F); ++I) {
    restartWatchdog();
    if (I < Skip)
      continue;
    printFrame(Out, F);
    Out.flush(); // The next one may not come.
    ++Printed;
  }
}

} // namespace

void forgetDescriptions() noexcept { Describe.forget(); }

void printStack(Printer &Out, const Stack &S, bool ShowInternal) noexcept {
  /// Go's limit, at either end.
  constexpr size_t EndFrames = 50;
  Current = &S;
  Printed = 0;
  ShownFrames Frames(S, ShowInternal);
  printSome(Out, Frames, 0, EndFrames);
  ShownFrames Counting = Frames;
  ShownFrames::Shown F;
  size_t Left = 0;
  while (Counting.next(F))
    ++Left;
  size_t Elided = Left > EndFrames ? Left - EndFrames : 0;
  if (Elided)
    Out.addf("...%zu frames elided...\n", Elided + S.missing());
  printSome(Out, Frames, Elided, EndFrames);
  Current = nullptr;
}

void printRestOfStack(Printer &Out, const Stack &S,
                      bool ShowInternal) noexcept {
  if (Current != &S)
    return;
  forgetHelpers();
  forgetDescriptions();
  ShownFrames Frames(S, ShowInternal);
  constexpr size_t Most = 50; // As printStack() prints at either end.
  printSome(Out, Frames, Printed, Most);
}

} // namespace deferc
