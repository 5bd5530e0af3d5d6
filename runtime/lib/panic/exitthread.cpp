//===- exitthread.cpp - End a thread whose unwinder is LLVM's -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// pthread_exit unwinds by libgcc, also in a program whose landing pads are
/// resumed by LLVM's libunwind, and then crashes. In such a program the stack
/// is unwound by a forced unwind of our own first. At its end pthread_exit is
/// called as if by the C library's function that started the thread.
///
//===----------------------------------------------------------------------===//

#include "panic/ExitThread.h"
#include "support/Fatal.h"
#include "unwind/StackFrame.h"

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <pthread.h>

/// Says that the program's unwinder is LLVM's.
extern "C" __attribute__((weak)) int unw_init_local(void *, void *);

namespace deferc {
namespace {

/// The outermost stack frames of a thread: the C library's, then perhaps
/// `_start`.
struct ThreadStart {
  const void *LibC;
  StackFrame F;       ///< The innermost of the C library's outermost ones.
  StackFrame Earlier; ///< F, before a frame of another object was met.
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

} // namespace

void exitThread() {
  if (unw_init_local)
    unwindAndExit();
  pthread_exit(nullptr);
}

} // namespace deferc
