//===- Record.h - Records and boxes of a function that defers ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a function of the record tiers has in memory: its defer frame, its
/// records, and the boxes of its loop variables.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_G_RECORD_H
#define DEFERC_RUNTIME_G_RECORD_H

#include "support/Layout.h"

#include <stddef.h>
#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

/// Go's `_defer`: one deferred call, on the stack or from the pool. The
/// environment follows the record.
struct Record {
  Record *Link; ///< The next older record of the defer frame.
  RunHalf Run;
  uint32_t Segment;
  uint32_t SizeClass; ///< 0: a stack record. Else 1 + the pool's class.
  Record *HeapLink;   ///< The next heap record that the g holds for the frame.
  void *Base;         ///< What the allocator gave.
  uint64_t Size;      ///< Bytes at Base.

  void *env() { return reinterpret_cast<char *>(this) + RecordHeaderSize; }
  /// The record that stands before this environment.
  static Record *of(void *Env) {
    return reinterpret_cast<Record *>(static_cast<char *>(Env) -
                                      RecordHeaderSize);
  }
};
static_assert(sizeof(Record) == RecordHeaderSize);

/// One activation of a function of the record tiers: a variable of that
/// function, which compiled code initializes and passes to the runtime.
struct DeferFrame {
  uint64_t Cookie; ///< 0: the g does not know this frame.
  void *ReturnSlot;
  Record *Head; ///< The newest pending record.
  void *Boxes;  ///< Reserved by the layout.
};
static_assert(sizeof(DeferFrame) == FrameSize);
static_assert(offsetof(DeferFrame, Cookie) == FrameCookieOffset);
static_assert(offsetof(DeferFrame, ReturnSlot) == FrameReturnSlotOffset);
static_assert(offsetof(DeferFrame, Head) == FrameHeadOffset);
static_assert(offsetof(DeferFrame, Boxes) == FrameBoxesOffset);

/// The header of a box, the memory of a loop variable that a deferred call
/// reaches. The variable follows the header.
struct VariableBox {
  VariableBox *Link; ///< The next older box of the defer frame.
  void *Base;        ///< What the allocator gave.
  uint64_t Size;     ///< Bytes at Base.
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_G_RECORD_H
