//===- FrameRows.h - From a frame to its caller by the tables -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A row is what the unwind tables say about all stack frames that are stopped
/// at one place: how to restore their caller, and what else a walk asks.
///
/// Nearly all rows have one form: the CFA is a register and a constant, some
/// registers are saved at constants from the CFA, the return address is at
/// CFA - 8. stepFrame() steps from frames with such a row to their callers. It
/// refuses the other rows, which are left to the unwinder.
///
/// readrow.cpp reads rows, stepframe.cpp keeps and uses them.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_FRAMEROWS_H
#define DEFERC_RUNTIME_UNWIND_FRAMEROWS_H

#include "unwind/CallFrames.h"
#include "unwind/StackFrame.h"

namespace deferc DEFERC_HIDDEN {

struct FrameRow {
  /// What a walk has found out about the place, for frames that it meets later.
  enum Answer : uint8_t { Unknown, No, Yes };

  uintptr_t IP;         ///< 0: this row is free.
  uintptr_t Start, End; ///< Of the function, or of its part.
  uintptr_t LSDA;
  int32_t CFAOffset;
  RowRegister CFARegister;
  bool Steps;              ///< The row is of the form that stepFrame() knows.
  bool IsOutermost;        ///< The return address is undefined.
  bool HasPushedArguments; ///< DW_CFA_GNU_args_size
  Answer HasFuncdata;      ///< Has the function open-coded frames?
  Answer MustBeUnwound;    ///< Does an exception meet something in the frame?
  int16_t Saved[RowRSP];   ///< In words from the CFA; 0: not saved.
};

/// The search table over an object's FDEs: .eh_frame_hdr, whose usual form is
/// pairs of offsets from its own start, sorted by function (LSB, "The
/// .eh_frame_hdr section").
struct SearchTable {
  uintptr_t Begin, End;  ///< The object's addresses; 0, 0: none is known.
  const uint8_t *Header; ///< Null: not of the usual form.
  const int32_t *Pairs;
  uint32_t Count;
};

/// What a walk has read of the tables. An object has few CIEs: most of its
/// functions have one of two.
struct KnownTables {
  static constexpr unsigned Count = 4;
  CommonInfo Common[Count];
  SearchTable Search;

  KnownTables() noexcept {
    for (CommonInfo &C : Common)
      C.CIE = nullptr;
    Search = {};
  }
};

/// The rows that a walk has met. A row is kept no longer than the walk, since
/// the object that the row describes may be unloaded after it.
class FrameRows {
public:
  FrameRows() noexcept;
  /// Returns the row of frames that are stopped at IP; null where there are no
  /// tables. The row is good until the next call.
  FrameRow *find(uintptr_t IP) noexcept;

private:
  static constexpr unsigned Count = 64;
  FrameRow Rows[Count];
  KnownTables Tables;
};

/// Reads the row of frames that are stopped at IP; false where there are no
/// tables. Neither allocates nor, with glibc 2.35, locks.
DEFERC_HIDDEN bool readRow(uintptr_t IP, FrameRow &Row,
                           KnownTables &Tables) noexcept;
/// Restores the caller of a frame. False when the row has another form, or the
/// caller would make no sense.
DEFERC_HIDDEN bool stepFrame(const FrameRow &Row, const StackFrame &F,
                             StackFrame &Caller) noexcept;

/// Notes what the row tells about the frame itself.
inline void describe(const FrameRow &Row, StackFrame &F) noexcept {
  F.LSDA = Row.LSDA;
  F.Region = Row.Start;
  F.RegionEnd = Row.End;
  F.HasPushedArguments = Row.HasPushedArguments;
}

/// Start of the function at this address; 0 when it has no unwind tables.
DEFERC_HIDDEN uintptr_t functionStart(uintptr_t IP) noexcept;
/// Whether the function's tables say that it has no caller (`.cfi_undefined
/// rip`).
DEFERC_HIDDEN bool isOutermost(uintptr_t IP) noexcept;
/// Whether the call at this place has arguments on the stack that a landing
/// pad expects to be popped.
DEFERC_HIDDEN bool hasPushedArguments(uintptr_t IP) noexcept;

/// Whether the code at PC is in the function of a frame.
inline bool isInFunctionOf(const StackFrame &F, uintptr_t PC) noexcept {
  if (F.RegionEnd)
    return PC >= F.Region && PC < F.RegionEnd;
  return functionStart(PC) == (F.LSDA ? F.Region : functionStart(F.IP));
}

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_FRAMEROWS_H
