//===- FrameRows.h - From a frame to its caller by the tables -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A row is what the unwind tables say about all frames that are stopped at one
/// place: how to restore their caller, and what else a walk wants to know.
/// Nearly all rows are of one form: the CFA is a register and a constant, some
/// registers are saved at constants from it, the return address at CFA - 8. A
/// walk steps over those by itself. The other rows are marked, and left to the
/// unwinder.
///
/// unwindtables.cpp reads rows, stepframe.cpp keeps and uses them.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_FRAMEROWS_H
#define DEFERC_RUNTIME_UNWIND_FRAMEROWS_H

#include "Runtime.h"

namespace deferc DEFERC_HIDDEN {

/// The registers that a call preserves, and the two that it does not.
enum RowRegister : uint8_t {
  RowRBX,
  RowRBP,
  RowR12,
  RowR13,
  RowR14,
  RowR15,
  RowRSP,
  RowRIP,
  RowRegisters,
  RowNoRegister = RowRegisters
};

/// Where the caller's value of a register is.
struct RegisterRule {
  enum Kind : uint8_t { Same, Saved, Undefined, Other };
  Kind How;
  int32_t Offset; ///< Saved: from the CFA.
};

/// What call frame instructions have come to.
struct RowRules {
  int64_t CFAOffset;
  RowRegister CFARegister; ///< RowNoRegister: by another rule.
  RegisterRule Registers[RowRegisters];
};

struct FrameRow {
  enum Answer : uint8_t { Unknown, No, Yes };

  uintptr_t IP;         ///< 0: this row is free.
  uintptr_t Start, End; ///< Of the function, or of its part.
  uintptr_t LSDA;
  int32_t CFAOffset;
  RowRegister CFARegister;
  bool Steps;              ///< The row is of the form that stepFrame() knows.
  bool IsOutermost;        ///< The return address is undefined.
  bool HasPushedArguments; ///< DW_CFA_GNU_args_size
  Answer HasFuncdata, NeedsUnwinding; ///< The walk's.
  int16_t Saved[RowRSP];              ///< In words from the CFA; 0: not saved.
};

/// A CIE, and what its instructions come to.
struct CommonEntry {
  const uint8_t *CIE; ///< Null: this one is free.
  uint64_t CodeAlign;
  int64_t DataAlign;
  uint8_t PointerEncoding, LSDAEncoding;
  bool HasAugmentation;
  bool IsReadable; ///< So that its FDEs can be read.
  bool IsOrdinary; ///< No signal frame, nothing that is not known here.
  RowRules Initial;
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

/// What a walk has read of the tables. Most functions of an object have one of
/// two CIEs.
struct KnownTables {
  static constexpr unsigned Count = 4;
  CommonEntry Common[Count];
  SearchTable Search;

  KnownTables() noexcept {
    for (CommonEntry &C : Common)
      C.CIE = nullptr;
    Search = {};
  }
};

/// The rows that a walk has met. They are true while the frames are on the
/// stack, so no longer than the walk: an object may be unloaded after it.
class FrameRows {
public:
  FrameRows() noexcept;
  /// The row of the frames that are stopped here; null without tables. Good
  /// until the next call.
  FrameRow *find(uintptr_t IP) noexcept;

private:
  static constexpr unsigned Count = 64;
  FrameRow Rows[Count];
  KnownTables Tables;
};

/// Reads the row for a frame that is stopped here; false without tables.
DEFERC_HIDDEN bool readRow(uintptr_t IP, FrameRow &Row,
                           KnownTables &Tables) noexcept;
/// Restores the caller of a frame. False when the row is of another form, or
/// the caller would make no sense.
DEFERC_HIDDEN bool stepFrame(const FrameRow &Row, const StackFrame &F,
                             StackFrame &Caller) noexcept;

/// Notes what the row tells about the frame itself.
inline void describe(const FrameRow &Row, StackFrame &F) noexcept {
  F.LSDA = Row.LSDA;
  F.Region = Row.Start;
  F.RegionEnd = Row.End;
  F.HasPushedArguments = Row.HasPushedArguments;
}

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_FRAMEROWS_H
