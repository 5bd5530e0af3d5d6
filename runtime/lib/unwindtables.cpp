//===- unwindtables.cpp - Read the tables of the unwinder
//--------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The unwinder tells where a frame is and where its language specific data
/// lie, not whether it has anything to do for an exception. That is what this
/// file reads: the call-site table of the LSDA (Itanium ABI, "Exception
/// handling tables"; the layout is GCC's, and Clang's), so that a recovery
/// whose frames have no cleanups can jump, and the call frame instructions, for
/// the size of arguments that a call has pushed.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <string.h>

extern "C" {
struct dwarf_eh_bases {
  void *tbase;
  void *dbase;
  void *func;
};
/// libgcc's, and LLVM libunwind's.
const void *_Unwind_Find_FDE(const void *PC, dwarf_eh_bases *Bases);
}

namespace deferc {
namespace {

/// DWARF pointer encodings (LSB, "DWARF Extensions").
enum Encoding : uint8_t {
  Absolute = 0x00,
  ULEB128 = 0x01,
  UData2 = 0x02,
  UData4 = 0x03,
  UData8 = 0x04,
  SLEB128 = 0x09,
  SData2 = 0x0a,
  SData4 = 0x0b,
  SData8 = 0x0c,
  PCRelative = 0x10,
  FormatMask = 0x0f,
  RelationMask = 0x70,
  Indirect = 0x80,
  Omit = 0xff
};

class Reader {
public:
  explicit Reader(const void *At) : P(static_cast<const uint8_t *>(At)) {}

  const uint8_t *at() const { return P; }
  void skip(size_t N) { P += N; }
  uint8_t byte() { return *P++; }

  template <typename T> T raw() {
    T Value;
    memcpy(&Value, P, sizeof Value);
    P += sizeof Value;
    return Value;
  }

  uint64_t uleb() {
    uint64_t Value = 0;
    unsigned Shift = 0;
    uint8_t B;
    do {
      B = *P++;
      if (Shift < 64)
        Value |= uint64_t(B & 0x7f) << Shift;
      Shift += 7;
    } while (B & 0x80);
    return Value;
  }

  int64_t sleb() {
    uint64_t Value = 0;
    unsigned Shift = 0;
    uint8_t B;
    do {
      B = *P++;
      if (Shift < 64)
        Value |= uint64_t(B & 0x7f) << Shift;
      Shift += 7;
    } while (B & 0x80);
    if (Shift < 64 && (B & 0x40))
      Value |= ~uint64_t(0) << Shift;
    return static_cast<int64_t>(Value);
  }

  uint64_t encoded(uint8_t How) {
    auto Place = reinterpret_cast<uintptr_t>(P);
    uint64_t Value = number(How & FormatMask);
    if (Value && (How & RelationMask) == PCRelative)
      Value += Place;
    if (Value && (How & Indirect))
      memcpy(&Value, reinterpret_cast<const void *>(Value), sizeof Value);
    return Value;
  }

private:
  uint64_t number(uint8_t Format) {
    switch (Format) {
    case ULEB128:
      return uleb();
    case UData2:
      return raw<uint16_t>();
    case UData4:
      return raw<uint32_t>();
    case SLEB128:
      return sleb();
    case SData2:
      return int64_t(raw<int16_t>());
    case SData4:
      return int64_t(raw<int32_t>());
    default: // Absolute, UData8, SData8
      return raw<uint64_t>();
    }
  }

  const uint8_t *P;
};

/// The parts of a CIE that the instructions of its FDEs depend on.
struct CommonEntry {
  uint64_t CodeAlign = 1;
  uint8_t PointerEncoding = Absolute;
  bool HasAugmentation = false;
  const uint8_t *Instructions = nullptr;
  const uint8_t *End = nullptr;
};

CommonEntry readCommonEntry(const uint8_t *At) {
  Reader R(At);
  CommonEntry C;
  uint32_t Length = R.raw<uint32_t>();
  C.End = R.at() + Length;
  R.skip(4); // id
  uint8_t Version = R.byte();
  auto *Augmentation = reinterpret_cast<const char *>(R.at());
  R.skip(strlen(Augmentation) + 1);
  C.CodeAlign = R.uleb();
  R.sleb();
  if (Version == 1)
    R.byte();
  else
    R.uleb();
  C.Instructions = R.at();
  if (*Augmentation != 'z')
    return C;
  C.HasAugmentation = true;
  uint64_t Size = R.uleb();
  C.Instructions = R.at() + Size;
  for (const char *A = Augmentation + 1; *A; ++A) {
    if (*A == 'R')
      C.PointerEncoding = R.byte();
    else if (*A == 'L')
      R.byte();
    else if (*A == 'P') {
      uint8_t How = R.byte();
      R.encoded(How & ~Indirect);
    }
  }
  return C;
}

/// What the call frame instructions say at one address, as far as we ask.
struct CallFrame {
  uint64_t PushedArguments = 0; ///< DW_CFA_GNU_args_size
  bool IsOutermost = false;     ///< The return address is undefined.
};

constexpr uint64_t ReturnAddressColumn = 16; // x86-64 psABI, table 3.36

/// Runs instructions up to IP; those that matter to nobody here are skipped by
/// their operands. False at one that is not known.
bool runInstructions(Reader &R, const uint8_t *End, const CommonEntry &C,
                     uintptr_t At, uintptr_t IP, CallFrame &Result) {
  while (R.at() < End && At <= IP) {
    uint8_t Op = R.byte();
    switch (Op & 0xc0) {
    case 0x40: // advance_loc
      At += (Op & 0x3f) * C.CodeAlign;
      continue;
    case 0x80: // offset
      R.uleb();
      continue;
    case 0xc0: // restore
      continue;
    }
    switch (Op) {
    case 0x01: // set_loc
      At = R.encoded(C.PointerEncoding);
      break;
    case 0x02:
      At += R.byte() * C.CodeAlign;
      break;
    case 0x03:
      At += R.raw<uint16_t>() * C.CodeAlign;
      break;
    case 0x04:
      At += R.raw<uint32_t>() * C.CodeAlign;
      break;
    case 0x07: // undefined
      Result.IsOutermost |= R.uleb() == ReturnAddressColumn;
      break;
    case 0x06: // restore_extended
    case 0x08: // same_value
    case 0x0d: // def_cfa_register
    case 0x0e: // def_cfa_offset
    case 0x13: // def_cfa_offset_sf
      R.uleb();
      break;
    case 0x05: // offset_extended
    case 0x09: // register
    case 0x0c: // def_cfa
    case 0x11: // offset_extended_sf
    case 0x12: // def_cfa_sf
    case 0x14: // val_offset
    case 0x15: // val_offset_sf
    case 0x2f: // GNU_negative_offset_extended
      R.uleb();
      R.uleb();
      break;
    case 0x0f: // def_cfa_expression
      R.skip(R.uleb());
      break;
    case 0x10: // expression
    case 0x16: // val_expression
      R.uleb();
      R.skip(R.uleb());
      break;
    case 0x2e: // GNU_args_size
      Result.PushedArguments = R.uleb();
      break;
    case 0x00: // nop
    case 0x0a: // remember_state
    case 0x0b: // restore_state
    case 0x2d: // GNU_window_save
      break;
    default:
      return false;
    }
  }
  return true;
}

/// What the tables say about the call at IP. False when they cannot be read.
bool readCallFrame(uintptr_t IP, CallFrame &Result) {
  dwarf_eh_bases Bases;
  auto *FDE = static_cast<const uint8_t *>(
      _Unwind_Find_FDE(reinterpret_cast<void *>(IP), &Bases));
  if (!FDE)
    return false;
  constexpr uint32_t LongForm = 0xffffffff;
  Reader R(FDE);
  uint32_t Length = R.raw<uint32_t>();
  if (Length == LongForm)
    return false;
  const uint8_t *End = R.at() + Length;
  const uint8_t *CIE = R.at();
  CIE -= R.raw<uint32_t>();
  CommonEntry C = readCommonEntry(CIE);
  R.encoded(C.PointerEncoding);
  R.encoded(C.PointerEncoding & FormatMask);
  if (C.HasAugmentation) {
    uint64_t Size = R.uleb();
    R.skip(Size);
  }
  // The instructions that all functions of the CIE begin with.
  Reader Common(C.Instructions);
  auto Start = reinterpret_cast<uintptr_t>(Bases.func);
  return runInstructions(Common, C.End, C, Start, IP, Result) &&
         runInstructions(R, End, C, Start, IP, Result);
}

} // namespace

uintptr_t functionStart(uintptr_t IP) noexcept {
  dwarf_eh_bases Bases;
  if (!_Unwind_Find_FDE(reinterpret_cast<void *>(IP), &Bases))
    return 0;
  return reinterpret_cast<uintptr_t>(Bases.func);
}

uintptr_t walkStart() noexcept {
  static uintptr_t Start;
  uintptr_t S = __atomic_load_n(&Start, __ATOMIC_RELAXED);
  if (!S) {
    S = functionStart(reinterpret_cast<uintptr_t>(&__deferc_walkstack));
    __atomic_store_n(&Start, S, __ATOMIC_RELAXED);
  }
  return S;
}

bool hasPushedArguments(uintptr_t IP) noexcept {
  CallFrame F;
  return !readCallFrame(IP, F) || F.PushedArguments != 0;
}

bool isOutermost(uintptr_t IP) noexcept {
  CallFrame F;
  return readCallFrame(IP, F) && F.IsOutermost;
}

bool isInSplitFunction(const StackFrame &F) noexcept {
  return F.LSDA && *reinterpret_cast<const uint8_t *>(F.LSDA) != Omit;
}

CallSite findCallSite(const StackFrame &F, uintptr_t &Pad) noexcept {
  if (!F.LSDA)
    return CallSite::Nothing;
  Reader R(reinterpret_cast<const void *>(F.LSDA));
  uint8_t StartEncoding = R.byte();
  uintptr_t PadBase =
      StartEncoding == Omit ? F.Region : R.encoded(StartEncoding);
  if (R.byte() != Omit)
    R.uleb();
  uint8_t How = R.byte();
  uint64_t Length = R.uleb();
  const uint8_t *End = R.at() + Length;
  while (R.at() < End) {
    uintptr_t Start = F.Region + R.encoded(How);
    uint64_t Size = R.encoded(How);
    uint64_t PadOffset = R.encoded(How);
    R.uleb(); // action
    if (F.IP < Start)
      break;
    if (F.IP >= Start + Size)
      continue;
    Pad = PadOffset ? PadBase + PadOffset : 0;
    return Pad ? CallSite::Pad : CallSite::Nothing;
  }
  return CallSite::Terminates;
}

} // namespace deferc
