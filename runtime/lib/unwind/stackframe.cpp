//===- stackframe.cpp - Read and enter a stack frame ----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements StackFrame.h.
///
//===----------------------------------------------------------------------===//

#include "unwind/StackFrame.h"

#include <stddef.h>

namespace deferc {
namespace {

/// DWARF numbers of x86-64.
enum Register { RBX = 3, RBP = 6, R12 = 12, R13 = 13, R14 = 14, R15 = 15 };

} // namespace

void readPlace(_Unwind_Context *Context, StackFrame &F) noexcept {
  int BeforeInstruction = 0;
  F.IP = _Unwind_GetIPInfo(Context, &BeforeInstruction);
  if (!BeforeInstruction && F.IP)
    --F.IP;
  F.SP = _Unwind_GetCFA(Context);
  F.LSDA = F.IP ? reinterpret_cast<uintptr_t>(
                      _Unwind_GetLanguageSpecificData(Context))
                : 0;
  F.Region = F.LSDA ? _Unwind_GetRegionStart(Context) : 0;
  F.RegionEnd = 0;
}

void readRegisters(_Unwind_Context *Context, StackFrame &F) noexcept {
  F.RBX = _Unwind_GetGR(Context, RBX);
  F.RBP = _Unwind_GetGR(Context, RBP);
  F.R12 = _Unwind_GetGR(Context, R12);
  F.R13 = _Unwind_GetGR(Context, R13);
  F.R14 = _Unwind_GetGR(Context, R14);
  F.R15 = _Unwind_GetGR(Context, R15);
}

void enterPad(const StackFrame &F, uintptr_t Pad,
              _Unwind_Exception *E) noexcept {
  register const StackFrame *Frame __asm__("rcx") = &F;
  register uintptr_t Target __asm__("rsi") = Pad;
  register _Unwind_Exception *Exception __asm__("rax") = E;
  __asm__ volatile("movq %c[r12](%%rcx), %%r12\n\t"
                   "movq %c[r13](%%rcx), %%r13\n\t"
                   "movq %c[r14](%%rcx), %%r14\n\t"
                   "movq %c[r15](%%rcx), %%r15\n\t"
                   "movq %c[rbx](%%rcx), %%rbx\n\t"
                   "movq %c[rbp](%%rcx), %%rbp\n\t"
                   "movq %c[rsp](%%rcx), %%rsp\n\t"
                   "xorl %%edx, %%edx\n\t"
                   "jmpq *%%rsi"
                   :
                   : "r"(Frame), "r"(Target),
                     "r"(Exception), [r12] "i"(offsetof(StackFrame, R12)),
                     [r13] "i"(offsetof(StackFrame, R13)),
                     [r14] "i"(offsetof(StackFrame, R14)),
                     [r15] "i"(offsetof(StackFrame, R15)),
                     [rbx] "i"(offsetof(StackFrame, RBX)),
                     [rbp] "i"(offsetof(StackFrame, RBP)),
                     [rsp] "i"(offsetof(StackFrame, SP))
                   : "memory");
  __builtin_unreachable();
}

void callFrom(const StackFrame &F, void (*Function)(void *),
              void *Argument) noexcept {
  const uintptr_t ReturnAddress = F.IP + 1;
  __asm__ volatile("movq %c[rbx](%%rcx), %%rbx\n\t"
                   "movq %c[r12](%%rcx), %%r12\n\t"
                   "movq %c[r13](%%rcx), %%r13\n\t"
                   "movq %c[r14](%%rcx), %%r14\n\t"
                   "movq %c[r15](%%rcx), %%r15\n\t"
                   "movq %c[rbp](%%rcx), %%rbp\n\t"
                   "movq %c[rsp](%%rcx), %%rsp\n\t"
                   "pushq %%rdx\n\t"
                   "jmpq *%%rax"
                   :
                   : "c"(&F), "d"(ReturnAddress), "a"(Function),
                     "D"(Argument), [rbx] "i"(offsetof(StackFrame, RBX)),
                     [r12] "i"(offsetof(StackFrame, R12)),
                     [r13] "i"(offsetof(StackFrame, R13)),
                     [r14] "i"(offsetof(StackFrame, R14)),
                     [r15] "i"(offsetof(StackFrame, R15)),
                     [rbp] "i"(offsetof(StackFrame, RBP)),
                     [rsp] "i"(offsetof(StackFrame, SP))
                   : "memory");
  __builtin_unreachable();
}

} // namespace deferc
