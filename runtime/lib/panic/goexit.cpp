//===- goexit.cpp - Run the thread's deferred calls and end it ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `goexit`: the walk of a panic that nothing recovers, then pthread_exit,
/// which unwinds the stack with its destructors. A goexit stands in the list of
/// panics, so that recover() in its deferred calls finds nothing to stop.
///
/// A panic raised by one of its deferred calls and recovered further out does
/// not make that frame return: recovery() unwinds to here, and the walk begins
/// anew (test/Conformance 104, 111, 160). What has run is gone from bits and
/// lists, so it goes on where it was. goexit within goexit simply walks on over
/// the first one.
///
/// pthread_exit unwinds by libgcc, also in a program whose landing pads are
/// resumed by LLVM's libunwind, and then crashes. There the stack is unwound by
/// a forced unwind of our own first, and pthread_exit is called as if by the C
/// library's function that started the thread.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <pthread.h>
#include <stdlib.h>

/// Says that the program's unwinder is LLVM's.
extern "C" __attribute__((weak)) int unw_init_local(void *, void *);

namespace deferc {
namespace {

/// The process ends by exit(0) when its last thread has ended. When the main
/// thread was ended by goexit, that is Go's deadlock (test/Conformance 143). An
/// exit() that the program calls itself comes from a thread that has not ended.
void reportDeadlock() {
  if (threadHasEnded())
    fatal("no goroutines (main called runtime.Goexit) - deadlock!");
}

//===-- Programs with LLVM's libunwind ------------------------------------===//

/// The outermost frames of a thread: the C library's, then perhaps `_start`.
struct ThreadStart {
  const void *LibC;
  StackFrame F;       ///< The innermost of the C library's outermost frames.
  StackFrame Earlier; ///< The one before another object's frame came.
  bool InLibC;
};

const void *objectOf(uintptr_t Address) {
  Dl_info Info;
  return dladdr(reinterpret_cast<void *>(Address), &Info) ? Info.dli_fbase
                                                          : nullptr;
}

_Unwind_Reason_Code stopAtThreadStart(int, _Unwind_Action Actions,
                                      _Unwind_Exception_Class,
                                      _Unwind_Exception *,
                                      _Unwind_Context *Context,
                                      void *Argument) {
  auto *T = static_cast<ThreadStart *>(Argument);
  if (Actions & _UA_END_OF_STACK) {
    const StackFrame &Start = T->InLibC ? T->F : T->Earlier;
    if (!Start.IP)
      fatal("goexit: the thread does not start in the C library");
    callFrom(Start, pthread_exit, nullptr);
  }
  StackFrame F = {};
  readFrame(Context, F);
  if (objectOf(F.IP) != T->LibC) {
    T->Earlier = T->InLibC ? T->F : StackFrame{};
    T->InLibC = false;
  } else if (!T->InLibC) {
    T->F = F;
    T->InLibC = true;
  }
  return _URC_NO_REASON;
}

void refuseHandler(_Unwind_Reason_Code, _Unwind_Exception *) {
  fatal("a `catch (...)` handler stopped a goexit; it must rethrow what it "
        "catches");
}

[[noreturn]] void unwindAndExit() {
  static constexpr uint64_t GoexitClass = 0x4445464552430001; // "DEFERC\0\1"
  // Not on the stack: landing pads run where this frame was.
  static __thread _Unwind_Exception E;
  static __thread ThreadStart T;
  E.exception_class = GoexitClass;
  E.exception_cleanup = refuseHandler;
  // A function that no sanitizer has its own of.
  T.LibC = objectOf(reinterpret_cast<uintptr_t>(&gnu_get_libc_version));
  _Unwind_ForcedUnwind(&E, stopAtThreadStart, &T);
  fatal("goexit: the stack cannot be unwound");
}

void endThread(G *Self) {
  if (Self->Number == 1)
    atexit(reportDeadlock);
  if (unw_init_local)
    unwindAndExit();
  pthread_exit(nullptr);
}

} // namespace
} // namespace deferc

using namespace deferc;

/// Runs all deferred calls of the thread, innermost frame first, and ends the
/// thread. Never returns; recover() does not stop it.
extern "C" void deferc_goexit() {
  G *Self = thisG();
  jmp_buf Resume;
  Panic P = {};
  P.Owner = Self;
  P.Goexit = true;
  P.Resume = &Resume;
  P.Link = Self->Panics;
  setPanics(Self, &P);
  _setjmp(Resume);
  runDeferredCalls(&P, nullptr);
  // The panics that this goexit has passed will run nothing any more.
  while (Panic *Over = Self->Panics) {
    setPanics(Self, Over->Link);
    if (Over->Value)
      __deferc_boxrelease(Over->Value);
  }
  endThread(Self);
  __builtin_unreachable();
}
