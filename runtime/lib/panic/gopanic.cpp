//===- gopanic.cpp - Start panicking --------------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `gopanic`, for panic(v). It puts the panic on the g and walks the stack
/// (walk.cpp). The walk steps from frame to frame by the registers that gopanic
/// finds when it is called, so gopanic itself is written in assembly: it notes
/// them before it changes any.
///
//===----------------------------------------------------------------------===//

#include "panic/Walk.h"
#include "report/Report.h"

using namespace deferc;

namespace {

/// The rest of gopanic. From is the frame that called gopanic.
[[noreturn]] __attribute__((used)) void
startPanic(__deferc_value *Value,
           const StackFrame *From) __asm__("__deferc_startpanic");

void startPanic(__deferc_value *Value, const StackFrame *From) {
  G *Self = thisG();
  if (!Value)
    Value = __deferc_valueruntime("", "panic called with nil argument");
  Panic P = {};
  P.Owner = Self;
  P.Value = Value;
  P.Link = Self->Panics;
  setPanics(Self, &P);
  Walk W;
  W.P = &P;
  if (runDeferredCalls(W, From))
    recovery(W);
  reportPanic(&P);
}

/// Room for a StackFrame, after which the stack is aligned for a call.
constexpr int RoomForFrame = (sizeof(StackFrame) + 15) / 16 * 16 + 8;

} // namespace

/// Starts panicking with the value, whose reference it takes; null is Go's nil
/// panic. Never returns to its caller: either the stack is unwound to a frame
/// that recovers, or the program ends with a report.
///
/// Runs deferred calls, then unwinds. Its own memory is on the stack; for a
/// nil panic, and in a thread that has not deferred before, it takes memory
/// from the blocks of value/ValueMemory.h, else from malloc(). Does not lock.
extern "C" __attribute__((naked)) void __deferc_gopanic(__deferc_value *) {
  __asm__("subq $%c[room], %%rsp\n\t"
          ".cfi_adjust_cfa_offset %c[room]\n\t"
          "movq %c[room](%%rsp), %%rax\n\t"
          "decq %%rax\n\t"
          "movq %%rax, %c[ip](%%rsp)\n\t"
          "leaq %c[room]+8(%%rsp), %%rax\n\t"
          "movq %%rax, %c[sp](%%rsp)\n\t"
          "movq %%rbx, %c[rbx](%%rsp)\n\t"
          "movq %%rbp, %c[rbp](%%rsp)\n\t"
          "movq %%r12, %c[r12](%%rsp)\n\t"
          "movq %%r13, %c[r13](%%rsp)\n\t"
          "movq %%r14, %c[r14](%%rsp)\n\t"
          "movq %%r15, %c[r15](%%rsp)\n\t"
          "movq %%rsp, %%rsi\n\t"
          "callq __deferc_startpanic\n\t"
          "ud2"
          :
          : [room] "i"(RoomForFrame), [ip] "i"(offsetof(StackFrame, IP)),
            [sp] "i"(offsetof(StackFrame, SP)),
            [rbx] "i"(offsetof(StackFrame, RBX)),
            [rbp] "i"(offsetof(StackFrame, RBP)),
            [r12] "i"(offsetof(StackFrame, R12)),
            [r13] "i"(offsetof(StackFrame, R13)),
            [r14] "i"(offsetof(StackFrame, R14)),
            [r15] "i"(offsetof(StackFrame, R15)));
}
