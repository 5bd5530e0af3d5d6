//===- callframes.cpp - Run call frame instructions -----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements CallFrames.h.
///
//===----------------------------------------------------------------------===//

#include "unwind/CallFrames.h"

namespace deferc {
namespace {

/// DWARF numbers (x86-64 psABI, figure 3.36) to ours.
RowRegister registerOf(uint64_t Number) {
  constexpr RowRegister None = RowNoRegister;
  constexpr RowRegister Numbers[] = {
      None, None, None, RowRBX, None,   None,   RowRBP, RowRSP, None,
      None, None, None, RowR12, RowR13, RowR14, RowR15, RowRIP};
  constexpr uint64_t Count = sizeof Numbers / sizeof *Numbers;
  return Number < Count ? Numbers[Number] : None;
}

} // namespace

void CallFrameRunner::set(uint64_t Number, RegisterRule::Kind How,
                          int64_t Offset) {
  RowRegister Register = registerOf(Number);
  if (Register == RowNoRegister)
    return;
  if (Offset != int32_t(Offset))
    How = RegisterRule::Other;
  Now.Registers[Register] = {How, int32_t(Offset)};
}

void CallFrameRunner::restore(uint64_t Number) {
  RowRegister Register = registerOf(Number);
  if (Register != RowNoRegister)
    Now.Registers[Register] = C.Initial.Registers[Register];
}

bool CallFrameRunner::run(TableReader R, const uint8_t *End,
                          uintptr_t IP) noexcept {
  while (R.at() < End && At <= IP) {
    uint8_t Op = R.byte();
    uint8_t Operand = Op & 0x3f;
    switch (Op & 0xc0) {
    case 0x40: // advance_loc
      advance(Operand);
      break;
    case 0x80: // offset
      set(Operand, RegisterRule::Saved, int64_t(R.uleb()) * C.DataAlign);
      break;
    case 0xc0: // restore
      restore(Operand);
      break;
    default:
      if (!runExtended(Op, R))
        return false;
    }
  }
  return true;
}

bool CallFrameRunner::runExtended(uint8_t Op, TableReader &R) {
  uint64_t Number;
  switch (Op) {
  case 0x00: // nop
    return true;
  case 0x01: // set_loc
    At = R.encoded(C.PointerEncoding);
    return true;
  case 0x02: // advance_loc1
    advance(R.byte());
    return true;
  case 0x03: // advance_loc2
    advance(R.raw<uint16_t>());
    return true;
  case 0x04: // advance_loc4
    advance(R.raw<uint32_t>());
    return true;
  case 0x05: // offset_extended
    Number = R.uleb();
    set(Number, RegisterRule::Saved, int64_t(R.uleb()) * C.DataAlign);
    return true;
  case 0x06: // restore_extended
    restore(R.uleb());
    return true;
  case 0x07: // undefined
    set(R.uleb(), RegisterRule::Undefined);
    return true;
  case 0x08: // same_value
    set(R.uleb(), RegisterRule::Same);
    return true;
  case 0x09: // register
  case 0x14: // val_offset
  case 0x15: // val_offset_sf
    set(R.uleb(), RegisterRule::Other);
    R.uleb();
    return true;
  case 0x0a: // remember_state
    if (RememberedCount == MaxRemembered)
      return false;
    Remembered[RememberedCount++] = Now;
    return true;
  case 0x0b: // restore_state
    if (!RememberedCount)
      return false;
    Now = Remembered[--RememberedCount];
    return true;
  case 0x0c: // def_cfa
    Now.CFARegister = registerOf(R.uleb());
    Now.CFAOffset = R.uleb();
    return true;
  case 0x0d: // def_cfa_register
    Now.CFARegister = registerOf(R.uleb());
    return true;
  case 0x0e: // def_cfa_offset
    Now.CFAOffset = R.uleb();
    return true;
  case 0x0f: // def_cfa_expression
    Now.CFARegister = RowNoRegister;
    R.skip(R.uleb());
    return true;
  case 0x10: // expression
  case 0x16: // val_expression
    set(R.uleb(), RegisterRule::Other);
    R.skip(R.uleb());
    return true;
  case 0x11: // offset_extended_sf
    Number = R.uleb();
    set(Number, RegisterRule::Saved, R.sleb() * C.DataAlign);
    return true;
  case 0x12: // def_cfa_sf
    Now.CFARegister = registerOf(R.uleb());
    Now.CFAOffset = R.sleb() * C.DataAlign;
    return true;
  case 0x13: // def_cfa_offset_sf
    Now.CFAOffset = R.sleb() * C.DataAlign;
    return true;
  case 0x2e: // GNU_args_size
    PushedArguments = R.uleb();
    return true;
  case 0x2f: // GNU_negative_offset_extended
    set(R.uleb(), RegisterRule::Other);
    R.uleb();
    return true;
  default:
    return false;
  }
}

void readCommonInfo(const uint8_t *At, CommonInfo &C) noexcept {
  C = {};
  C.CIE = At;
  C.PointerEncoding = Absolute;
  C.LSDAEncoding = Omit;
  C.Initial.CFARegister = RowNoRegister;
  TableReader R(At);
  uint32_t Length = R.raw<uint32_t>();
  const uint8_t *End = R.at() + Length;
  R.skip(4); // id
  uint8_t Version = R.byte();
  if (Version != 1 && Version != 3)
    return;
  auto *Augmentation = reinterpret_cast<const char *>(R.at());
  while (R.byte())
    ;
  C.CodeAlign = R.uleb();
  C.DataAlign = R.sleb();
  uint64_t ReturnAddress = Version == 1 ? R.byte() : R.uleb();
  C.IsOrdinary = registerOf(ReturnAddress) == RowRIP;
  C.HasAugmentation = *Augmentation == 'z';
  if (C.HasAugmentation) {
    uint64_t Size = R.uleb();
    TableReader Data = R;
    R.skip(Size);
    for (const char *A = Augmentation + 1; *A; ++A) {
      if (*A == 'R')
        C.PointerEncoding = Data.byte();
      else if (*A == 'L')
        C.LSDAEncoding = Data.byte();
      else if (*A == 'P') {
        uint8_t How = Data.byte();
        if (!isPlainEncoding(How))
          return;
        Data.encoded(How & ~Indirect);
      } else { // A signal handler's caller, or not known.
        C.IsOrdinary = false;
        break;
      }
    }
  } else if (*Augmentation) {
    return;
  }
  C.IsReadable = isPlainEncoding(C.PointerEncoding);
  C.IsOrdinary &= C.LSDAEncoding == Omit || isPlainEncoding(C.LSDAEncoding);
  CallFrameRunner Rules(C, 0);
  C.IsOrdinary &= Rules.run(R, End, ~uintptr_t(0));
  C.Initial = Rules.Now;
}

} // namespace deferc
