//===- stepframe.cpp - Restore the caller of a frame ----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One step of a walk, and the rows that the walk keeps. At a place that the
/// walk has met before, as in a recursion, a step is a look into the table of
/// rows and some loads. A new place costs a search in the unwind tables and the
/// reading of one row.
///
//===----------------------------------------------------------------------===//

#include "unwind/FrameRows.h"

namespace deferc {
namespace {

/// A row's registers by their number.
constexpr uintptr_t StackFrame::*Registers[] = {
    &StackFrame::RBX, &StackFrame::RBP, &StackFrame::R12, &StackFrame::R13,
    &StackFrame::R14, &StackFrame::R15, &StackFrame::SP};
static_assert(sizeof Registers / sizeof *Registers == RowRSP + 1);

constexpr uintptr_t WordSize = 8;

} // namespace

FrameRows::FrameRows() noexcept {
  for (FrameRow &Row : Rows)
    Row.IP = 0;
}

FrameRow *FrameRows::find(uintptr_t IP) noexcept {
  FrameRow &Row = Rows[(IP ^ (IP >> 6)) % Count];
  if (Row.IP == IP)
    return &Row;
  Row.IP = 0;
  if (!readRow(IP, Row, Tables))
    return nullptr;
  Row.IP = IP;
  return &Row;
}

// Reads the stack between the frames of instrumented functions.
__attribute__((no_sanitize("address", "thread"))) bool
stepFrame(const FrameRow &Row, const StackFrame &F,
          StackFrame &Caller) noexcept {
  if (!Row.Steps)
    return false;
  uintptr_t CFA = F.*Registers[Row.CFARegister] + Row.CFAOffset;
  if (CFA <= F.SP || CFA % WordSize)
    return false;
  auto *Words = reinterpret_cast<const uintptr_t *>(CFA);
  if (!Words[-1])
    return false;
  Caller.IP = Words[-1] - 1;
  Caller.SP = CFA;
  for (unsigned I = 0; I < RowRSP; ++I)
    Caller.*Registers[I] = Row.Saved[I] ? Words[Row.Saved[I]] : F.*Registers[I];
  return true;
}

} // namespace deferc
