//===- signals.cpp - Faults that are no panics ----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A program that is compiled with -fdefer-fault-panics panics by checks
/// (docs/Decisions/0012). What the checks do not see still comes as a signal
/// and ends the program: a stack that is full, a pointer that is neither null
/// nor valid, code that was compiled without the option. The report says so
/// with Go's words and a trace; deferred calls do not run.
///
/// The handlers run on a stack of their own, which each thread gets with its g.
/// A thread that never defers has none: a full stack then ends the process
/// without a report, as it does without the option.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <signal.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

namespace deferc {
namespace {

/// For the unwinder and for libdw; pages are there when they are touched.
constexpr size_t SignalStackSize = 512 * 1024;

bool Catching;

/// Whether the fault is a use of the stack below its end. Memory around the
/// stack pointer is there unless the stack is full; a frame that is larger than
/// the guard may meet the end anywhere in its variables.
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

void makeSignalStack(G *Self) noexcept {
  stack_t Old;
  if (!Catching || sigaltstack(nullptr, &Old) != 0 ||
      !(Old.ss_flags & SS_DISABLE))
    return;
  void *Memory = mmap(nullptr, SignalStackSize, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (Memory == MAP_FAILED)
    return;
  stack_t New = {Memory, 0, SignalStackSize};
  if (sigaltstack(&New, nullptr) != 0) {
    munmap(Memory, SignalStackSize);
    return;
  }
  Self->SignalStack = Memory;
  findStackBounds(Self); // Not to be asked for in a handler.
}

void freeSignalStack(G *Self) noexcept {
  if (!Self->SignalStack)
    return;
  stack_t None = {nullptr, SS_DISABLE, 0};
  sigaltstack(&None, nullptr);
  munmap(Self->SignalStack, SignalStackSize);
}

} // namespace deferc

using namespace deferc;

extern "C" void __deferc_initsig() {
  if (Catching)
    return;
  Catching = true;
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
