//===- newbox.cpp - Memory for a variable of a loop body ------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Go moves a variable to the heap when a deferred closure reaches it and its
/// scope ends before the function does. Each iteration of a loop then has a
/// variable of its own, in a box. The g holds the boxes of a frame and frees
/// them with it.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/EntryPoints.h"
#include "support/Fatal.h"

using namespace deferc;

/// Returns memory of this size and alignment. Old is the box of an earlier
/// iteration, or null. When that iteration reached no defer statement (Taken is
/// 0), the answer is Old, with what is in it, so that an endless loop does not
/// grow.
///
/// Else allocates, and registers the frame at its first box or deferred call;
/// out of memory is a fatal error. Does not lock (malloc may) or unwind.
extern "C" void *__deferc_newbox(DeferFrame *F, uint64_t Size, uint64_t Align,
                                 void *Old, uint32_t Taken) noexcept {
  if (Old && !Taken)
    return Old;
  G *Self = thisG();
  RegisteredFrame *Holder =
      F->Cookie ? topFrame(Self, F)
                : pushFrame(Self, F, __builtin_return_address(0));
  if (Align < alignof(VariableBox))
    Align = alignof(VariableBox);
  uint64_t Header = (sizeof(VariableBox) + Align - 1) & ~(Align - 1);
  uint64_t Whole = Header + Size;
  void *Base = Whole < Size ? nullptr : allocateMemory(Whole, Align);
  if (!Base)
    fatal("out of memory: cannot allocate a variable of %llu bytes that a "
          "deferred call uses",
          static_cast<unsigned long long>(Size));
  auto *Memory = static_cast<char *>(Base) + Header;
  auto *Box = reinterpret_cast<VariableBox *>(Memory) - 1;
  Box->Base = Base;
  Box->Size = Whole;
  Box->Link = Holder->Boxes;
  Holder->Boxes = Box;
  return Memory;
}
