//===- CallFrames.h - Call frame instructions -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The unwind tables say by instructions how the caller of a frame is restored
/// (DWARF 5, 6.4; LSB, "Exception Frames"). This file reads the instructions
/// that all functions of a CIE have in common, and runs those of one function
/// up to a place in it.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_CALLFRAMES_H
#define DEFERC_RUNTIME_UNWIND_CALLFRAMES_H

#include "unwind/TableReader.h"

#include <stdint.h>

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

/// What the instructions up to a place come to.
struct RowRules {
  int64_t CFAOffset;
  RowRegister CFARegister; ///< RowNoRegister: the CFA has another rule.
  RegisterRule Registers[RowRegisters];
};

/// A CIE, and what its instructions come to.
struct CommonInfo {
  const uint8_t *CIE; ///< Null: nothing was read.
  uint64_t CodeAlign;
  int64_t DataAlign;
  uint8_t PointerEncoding, LSDAEncoding;
  bool HasAugmentation;
  bool IsReadable; ///< Its FDEs can be read.
  bool IsOrdinary; ///< It is of no signal frame, and all in it is known here.
  RowRules Initial;
};

/// Reads the CIE at this address and runs its instructions. Functions whose CIE
/// is not readable, or not ordinary, are left to the unwinder.
DEFERC_HIDDEN void readCommonInfo(const uint8_t *At, CommonInfo &C) noexcept;

/// Runs the instructions of one function.
class CallFrameRunner {
public:
  /// Function is the address where the function begins.
  CallFrameRunner(const CommonInfo &C, uintptr_t Function)
      : Now(C.Initial), C(C), At(Function) {}

  /// Runs the instructions up to the place IP. False at one that is not known.
  bool run(TableReader R, const uint8_t *End, uintptr_t IP) noexcept;

  RowRules Now;
  uint64_t PushedArguments = 0; ///< In bytes.

private:
  static constexpr unsigned MaxRemembered = 4;

  void advance(uint64_t Delta) { At += Delta * C.CodeAlign; }
  void set(uint64_t Number, RegisterRule::Kind How, int64_t Offset = 0);
  void restore(uint64_t Number);
  bool runExtended(uint8_t Op, TableReader &R);

  const CommonInfo &C;
  uintptr_t At; ///< The place that the instructions have come to.
  RowRules Remembered[MaxRemembered];
  unsigned RememberedCount = 0;
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_CALLFRAMES_H
