//===- initsig.cpp - Report faults that are no panics ---------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// In a program that is compiled with -fdefer-fault-panics, checks turn faults
/// into panics (docs/Decisions/0012). What the checks do not see still comes as
/// a signal and ends the program: a stack that is full, a pointer that is
/// neither null nor valid, code that was compiled without the option. The
/// report says so with Go's words and a trace; deferred calls do not run.
///
/// The handlers run on the stacks of g/signalstack.cpp.
///
//===----------------------------------------------------------------------===//

#include "deferc/abi.h"
#include "g/G.h"
#include "report/Report.h"

#include <signal.h>
#include <ucontext.h>

namespace deferc {
namespace {

/// Whether the fault is an access below the end of the stack. Memory near the
/// stack pointer is mapped unless the stack is full. A frame that is larger
/// than the guard page may reach the end with any of its variables.
bool isStackOverflow(int Signal, uintptr_t Address, uintptr_t SP) {
  constexpr uintptr_t Below = 64 * 1024, Above = 1024 * 1024;
  return Signal == SIGSEGV && Address + Below >= SP && Address < SP + Above;
}

void handle(int Signal, siginfo_t *Info, void *Context) {
  if (Info->si_code <= 0) { // Sent by a process: not a fault.
    signal(Signal, SIG_DFL);
    raise(Signal);
    return;
  }
  const auto &Registers = static_cast<ucontext_t *>(Context)->uc_mcontext.gregs;
  Fault F = {Signal, Info->si_code, reinterpret_cast<uintptr_t>(Info->si_addr),
             static_cast<uintptr_t>(Registers[REG_RIP])};
  reportFault(F, isStackOverflow(Signal, F.Address, Registers[REG_RSP]));
}

} // namespace

} // namespace deferc

using namespace deferc;

/// Has SIGSEGV, SIGBUS and SIGFPE reported as Go does, where their disposition
/// is the default one, and makes the thread's g. Called before main by a
/// constructor of each module that is compiled with -fdefer-fault-panics; the
/// first call counts.
///
/// Maps a stack for the handlers. Does not unwind.
extern "C" void __deferc_initsig() {
  static bool Called;
  if (Called)
    return;
  Called = true;
  wantSignalStacks();
  constexpr int Signals[] = {SIGSEGV, SIGBUS, SIGFPE};
  for (int Signal : Signals) {
    struct sigaction Old;
    if (sigaction(Signal, nullptr, &Old) != 0 || Old.sa_flags & SA_SIGINFO ||
        Old.sa_handler != SIG_DFL)
      continue; // The program's, a sanitizer's or a debugger's.
    struct sigaction New = {};
    New.sa_sigaction = handle;
    // A fault in the report comes back here, and ends it.
    New.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigaction(Signal, &New, nullptr);
  }
  if (G *Self = __deferc_g)
    makeSignalStack(Self);
  else
    newThreadG();
}
