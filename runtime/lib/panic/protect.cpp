//===- protect.cpp - A deferred call that throws while a panic runs it ----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic runs deferred calls on top of the stack frames that panicked. An
/// exception that leaves one of these calls must not meet the handlers in those
/// frames: it goes on from the frame that deferred the call, as it does on the
/// normal path. So the exception is stopped here. The personality routine that
/// takes every exception is our own, since a C program has no C++ library whose
/// routine could do so.
///
/// Forced unwinds (Itanium ABI 1.6.2), of recoveries and of pthread_exit, are
/// not stopped.
///
//===----------------------------------------------------------------------===//

#include "panic/Walk.h"

using namespace deferc;

extern "C" DEFERC_HIDDEN void __deferc_protectpad();

extern "C" DEFERC_HIDDEN __attribute__((used)) _Unwind_Reason_Code
__deferc_takeexception(int, _Unwind_Action Actions, _Unwind_Exception_Class,
                       _Unwind_Exception *E, _Unwind_Context *Context) {
  if (Actions & _UA_FORCE_UNWIND)
    return _URC_CONTINUE_UNWIND;
  if (Actions & _UA_SEARCH_PHASE)
    return _URC_HANDLER_FOUND;
  constexpr int RAX = 0; // DWARF's number.
  _Unwind_SetGR(Context, RAX, reinterpret_cast<uintptr_t>(E));
  _Unwind_SetIP(Context, reinterpret_cast<uintptr_t>(&__deferc_protectpad));
  return _URC_INSTALL_CONTEXT;
}

/// DW_EH_PE_pcrel | DW_EH_PE_sdata4
static constexpr int PCRelative4Bytes = 0x1b;

extern "C" __attribute__((naked)) _Unwind_Exception *__deferc_protect(RunHalf,
                                                                      void *) {
  __asm__(".cfi_personality %c[how], __deferc_takeexception\n\t"
          "subq $8, %%rsp\n\t"
          ".cfi_adjust_cfa_offset 8\n\t"
          "movq %%rdi, %%rax\n\t"
          "movq %%rsi, %%rdi\n\t"
          "movl $1, %%esi\n\t" // Panicking.
          "callq *%%rax\n\t"
          "xorl %%eax, %%eax\n"
          ".hidden __deferc_protectpad\n"
          ".globl __deferc_protectpad\n"
          "__deferc_protectpad:\n\t"
          "addq $8, %%rsp\n\t"
          ".cfi_adjust_cfa_offset -8\n\t"
          "retq"
          :
          : [how] "i"(PCRelative4Bytes));
}
