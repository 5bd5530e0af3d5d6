//===- signalstack.cpp - Stacks for the handlers of faults ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The handler of a fault runs on a stack of its own, since the thread's may be
/// full. A thread gets that stack with its g. So a thread that never defers has
/// none: a full stack then ends the process without a report, as it does
/// without -fdefer-fault-panics.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"

#include <signal.h>
#include <sys/mman.h>

namespace deferc {
namespace {

/// For the unwinder and for libdw; pages are there when they are touched.
constexpr size_t SignalStackSize = 512 * 1024;

bool Wanted;

} // namespace

void wantSignalStacks() noexcept { Wanted = true; }

void makeSignalStack(G *Self) noexcept {
  stack_t Old;
  if (!Wanted || sigaltstack(nullptr, &Old) != 0 ||
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
