//===- rethrow.cpp - A handler rethrows a recovery by libc++abi -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// libc++abi's `throw;` raises the exception anew, with a search for a handler.
/// When there is none further out, or a noexcept function is, it terminates,
/// although a frame between waits for the recovery. So the terminate handler of
/// our exceptions (Itanium ABI 2.2.1) goes on with a forced unwind from the
/// frame of the `throw;`.
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "unwind/CxxLibrary.h"
#include "unwind/FrameRows.h"
#include "unwind/LlvmHeader.h"

#include <stdlib.h>

extern "C" __attribute__((weak)) void __cxa_rethrow();

namespace deferc {
namespace {

/// Looks for the frame that rethrows, below the handler.
struct RethrowSearch {
  StackFrame F; ///< The caller of __cxa_rethrow.
  bool InRethrow;
  bool Found;
};

_Unwind_Reason_Code findRethrow(_Unwind_Context *Context, void *Argument) {
  auto *S = static_cast<RethrowSearch *>(Argument);
  readFrame(Context, S->F);
  if (S->InRethrow) {
    S->Found = true;
    return _URC_NORMAL_STOP;
  }
  uintptr_t Start = S->F.IP ? functionStart(S->F.IP) : 0;
  auto is = [Start](auto *F) {
    return Start == reinterpret_cast<uintptr_t>(F);
  };
  if (!Start || is(&_Unwind_ForcedUnwind) || is(&_Unwind_Resume))
    return _URC_NORMAL_STOP;
  S->InRethrow = is(&__cxa_rethrow);
  return _URC_NO_REASON;
}

} // namespace

/// Called by libc++abi, which has caught the exception to end the program with
/// it.
void terminateOrGoOn() {
  Recovery *R = caughtRecovery();
  RethrowSearch S = {};
  if (R)
    _Unwind_Backtrace(findRethrow, &S);
  if (!S.Found) {
    if (R && R->Terminate)
      R->Terminate();
    abort();
  }
  // Takes back what __cxa_begin_catch has done since the `throw;`.
  auto *Header = static_cast<LlvmHeader *>(R->Header);
  Header->HandlerCount = -(Header->HandlerCount - 1);
  ++__cxa_get_globals()->UncaughtExceptions;
  resumeRecovery(R, S.F);
}

} // namespace deferc
