//===- stack.cpp - Walk a stack for a report ------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements Stack.h by the unwinder.
///
//===----------------------------------------------------------------------===//

#include "report/Stack.h"
#include "unwind/FrameRows.h"
#include "unwind/WalkStack.h"

#include <sys/mman.h>

extern "C" {
// The linker's, around the section of TextSection.h.
extern const char __start_deferrt_text[]
    __attribute__((weak, visibility("hidden")));
extern const char __stop_deferrt_text[]
    __attribute__((weak, visibility("hidden")));
}

namespace deferc {

bool isInRuntime(uintptr_t IP) noexcept {
  return IP >= reinterpret_cast<uintptr_t>(__start_deferrt_text) &&
         IP < reinterpret_cast<uintptr_t>(__stop_deferrt_text);
}

bool isIn(uintptr_t IP, void (*Function)()) noexcept {
  return functionStart(IP) ==
         functionStart(reinterpret_cast<uintptr_t>(Function));
}

void Stack::reserve() noexcept {
  if (Much)
    return;
  void *Memory = mmap(nullptr, Many * sizeof(uintptr_t), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (Memory != MAP_FAILED)
    Much = static_cast<uintptr_t *>(Memory);
}

/// Adds an address. When it is in __deferc_walkstack, the frames since the
/// runtime's last one are the unwinder's, which may have no names: they are
/// taken away again.
void Stack::add(uintptr_t IP) {
  bool IsRuntime = isInRuntime(IP);
  if (IsRuntime && isIn(IP, reinterpret_cast<void (*)()>(&__deferc_walkstack)))
    Count = AfterRuntime;
  if (IsRuntime)
    AfterRuntime = Count + 1;
  (Much ? Much : Little)[slot(Count)] = IP;
  ++Count;
}

struct Stack::Walk {
  Stack *To;
  uintptr_t From; ///< The address to begin with; 0 once it has been met.
  bool Interrupted;
};

_Unwind_Reason_Code Stack::visit(_Unwind_Context *Context, void *Argument) {
  auto *W = static_cast<Walk *>(Argument);
  int Before = 0;
  uintptr_t IP = _Unwind_GetIPInfo(Context, &Before);
  if (!IP)
    return _URC_END_OF_STACK;
  if (IP == W->From) {
    Before = W->Interrupted; // Else behind a call.
    W->From = 0;
  }
  if (!W->From)
    W->To->add(Before ? IP : IP - 1);
  return _URC_NO_REASON;
}

void Stack::walk(Walk &W) {
  Count = AfterRuntime = 0;
  _Unwind_Backtrace(visit, &W);
  if (W.From) { // Not met.
    W.From = 0;
    _Unwind_Backtrace(visit, &W);
  }
}

void Stack::walkFrom(const void *ReturnAddress) noexcept {
  Walk W = {this, reinterpret_cast<uintptr_t>(ReturnAddress), false};
  walk(W);
}

void Stack::walkInterrupted(uintptr_t Instruction) noexcept {
  Walk W = {this, Instruction, true};
  walk(W);
}

} // namespace deferc
