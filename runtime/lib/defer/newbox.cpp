//===- newbox.cpp - Memory for a variable of a loop body ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Go moves a variable to the heap that a deferred closure reaches and whose
/// scope ends first; each pass of the loop has its own. The boxes belong to the
/// frame's entry in the g and are freed with it.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// Returns memory of this size and alignment. A box of an earlier pass (Old) in
/// which no defer statement was reached (Taken is 0) is used again, so that an
/// endless loop does not grow.
///
/// Out of memory is a fatal error. Does not unwind.
extern "C" void *__deferc_newbox(Frame *F, uint64_t Size, uint64_t Align,
                                 void *Old, uint32_t Taken) noexcept {
  if (Old && !Taken)
    return Old;
  G *Self = thisG();
  FrameEntry *E = F->Cookie ? topFrame(Self, F)
                            : pushFrame(Self, F, __builtin_return_address(0));
  if (Align < alignof(VariableBox))
    Align = alignof(VariableBox);
  uint64_t Header = (sizeof(VariableBox) + Align - 1) & ~(Align - 1);
  uint64_t Whole = Header + Size;
  void *Base = Whole < Size ? nullptr : allocateMemory(Whole, Align);
  if (!Base)
    fatal("out of memory: cannot allocate a variable of %llu bytes that a "
          "deferred "
          "call uses",
          static_cast<unsigned long long>(Size));
  auto *Memory = static_cast<char *>(Base) + Header;
  auto *B = reinterpret_cast<VariableBox *>(Memory) - 1;
  B->Base = Base;
  B->Size = Whole;
  B->Link = E->Boxes;
  E->Boxes = B;
  return Memory;
}
