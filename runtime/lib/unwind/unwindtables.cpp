//===- unwindtables.cpp - Read the tables of the unwinder -----------------===//
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
/// whose frames have no cleanups can jump, and the call frame instructions
/// (DWARF 5, 6.4; LSB, "Exception Frames"), which tell how a walk steps to the
/// caller.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"
#include "unwind/FrameRows.h"

#include <dlfcn.h>
#include <string.h>

extern "C" {
struct dwarf_eh_bases {
  void *tbase;
  void *dbase;
  void *func;
};
/// libgcc's, and LLVM libunwind's.
const void *_Unwind_Find_FDE(const void *PC, dwarf_eh_bases *Bases);
#ifdef DLFO_STRUCT_HAS_EH_DBASE // glibc 2.35
__attribute__((weak)) int _dl_find_object(void *, dl_find_object *) noexcept;
#endif
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

//===-- Call frame information --------------------------------------------===//

constexpr int64_t ReturnAddressOffset = -8, WordSize = 8;

/// DWARF numbers (x86-64 psABI, figure 3.36) to ours.
RowRegister registerOf(uint64_t Number) {
  constexpr RowRegister None = RowNoRegister;
  constexpr RowRegister Numbers[] = {
      None, None, None, RowRBX, None,   None,   RowRBP, RowRSP, None,
      None, None, None, RowR12, RowR13, RowR14, RowR15, RowRIP};
  constexpr uint64_t Count = sizeof Numbers / sizeof *Numbers;
  return Number < Count ? Numbers[Number] : None;
}

/// Runs call frame instructions up to IP.
class RowReader {
public:
  RowReader(const CommonEntry &C, const RowRules &Start, uintptr_t Function)
      : Now(Start), C(C), At(Function) {}

  /// False at an instruction that is not known.
  bool run(Reader R, const uint8_t *End, uintptr_t IP);

  RowRules Now;
  uint64_t PushedArguments = 0;

private:
  static constexpr unsigned MaxRemembered = 4;

  void advance(uint64_t Delta) { At += Delta * C.CodeAlign; }
  void set(uint64_t Number, RegisterRule::Kind How, int64_t Offset = 0) {
    RowRegister Register = registerOf(Number);
    if (Register == RowNoRegister)
      return;
    if (Offset != int32_t(Offset))
      How = RegisterRule::Other;
    Now.Registers[Register] = {How, int32_t(Offset)};
  }
  void restore(uint64_t Number) {
    RowRegister Register = registerOf(Number);
    if (Register != RowNoRegister)
      Now.Registers[Register] = C.Initial.Registers[Register];
  }
  bool runExtended(uint8_t Op, Reader &R);

  const CommonEntry &C;
  uintptr_t At;
  RowRules Remembered[MaxRemembered];
  unsigned RememberedCount = 0;
};

bool RowReader::run(Reader R, const uint8_t *End, uintptr_t IP) {
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

bool RowReader::runExtended(uint8_t Op, Reader &R) {
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

bool isPlainEncoding(uint8_t How) {
  uint8_t Relation = How & RelationMask;
  return Relation == 0 || Relation == PCRelative;
}

/// Reads a CIE and runs its instructions. The functions of one that is not
/// readable, or not ordinary, are left to the unwinder.
void readCommonEntry(const uint8_t *At, CommonEntry &C) {
  C = {};
  C.CIE = At;
  C.PointerEncoding = Absolute;
  C.LSDAEncoding = Omit;
  C.Initial.CFARegister = RowNoRegister;
  Reader R(At);
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
    Reader Data = R;
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
  RowReader Rules(C, C.Initial, 0);
  C.IsOrdinary &= Rules.run(R, End, ~uintptr_t(0));
  C.Initial = Rules.Now;
}

const CommonEntry &commonEntry(const uint8_t *At, KnownTables &Known) {
  auto Place = reinterpret_cast<uintptr_t>(At);
  CommonEntry &C = Known.Common[(Place >> 3) % KnownTables::Count];
  if (C.CIE != At)
    readCommonEntry(At, C);
  return C;
}

//===-- The search for an FDE ---------------------------------------------===//

#ifdef DLFO_STRUCT_HAS_EH_DBASE
/// Finds the search table of the object at this address, whichever form it has.
bool findSearchTable(uintptr_t IP, SearchTable &T) {
  dl_find_object Object;
  if (!_dl_find_object ||
      _dl_find_object(reinterpret_cast<void *>(IP), &Object) != 0)
    return false;
  T = {};
  T.Begin = reinterpret_cast<uintptr_t>(Object.dlfo_map_start);
  T.End = reinterpret_cast<uintptr_t>(Object.dlfo_map_end);
  auto *Header = static_cast<const uint8_t *>(Object.dlfo_eh_frame);
  constexpr uint8_t Version = 1, HeaderRelative = 0x30;
  if (!Header || Header[0] != Version || (Header[1] & FormatMask) != SData4 ||
      Header[2] != UData4 || Header[3] != (HeaderRelative | SData4))
    return true;
  Reader R(Header + 8); // Behind the address of .eh_frame.
  T.Count = R.raw<uint32_t>();
  T.Pairs = reinterpret_cast<const int32_t *>(R.at());
  T.Header = Header;
  return true;
}
#else
bool findSearchTable(uintptr_t, SearchTable &) { return false; }
#endif

/// The last FDE that begins at or before IP; null when that is not known here.
const uint8_t *searchFDE(uintptr_t IP, KnownTables &Known) {
  SearchTable &T = Known.Search;
  if ((IP < T.Begin || IP >= T.End) && !findSearchTable(IP, T))
    return nullptr;
  if (!T.Header || !T.Count)
    return nullptr;
  auto Offset =
      static_cast<intptr_t>(IP - reinterpret_cast<uintptr_t>(T.Header));
  uint32_t Low = 0;
  for (uint32_t Size = T.Count; Size > 1;) {
    uint32_t Half = Size / 2;
    Low = T.Pairs[2 * size_t(Low + Half)] <= Offset ? Low + Half : Low;
    Size -= Half;
  }
  const int32_t *Pair = T.Pairs + 2 * size_t(Low);
  return Pair[0] <= Offset ? T.Header + Pair[1] : nullptr;
}

/// Where an FDE is, and where its parts are.
struct FDE {
  uintptr_t Start, End;
  const uint8_t *Data, *Instructions, *InstructionsEnd;
  const CommonEntry *Common;
};

/// False when the FDE has a form that is not known here.
bool readFDE(const uint8_t *At, KnownTables &Known, FDE &F) {
  constexpr uint32_t LongForm = 0xffffffff;
  Reader R(At);
  uint32_t Length = R.raw<uint32_t>();
  if (Length == LongForm)
    return false;
  F.InstructionsEnd = R.at() + Length;
  const uint8_t *CIE = R.at();
  CIE -= R.raw<uint32_t>();
  const CommonEntry &C = commonEntry(CIE, Known);
  F.Common = &C;
  if (!C.IsReadable)
    return false;
  F.Start = R.encoded(C.PointerEncoding);
  F.End = F.Start + R.encoded(C.PointerEncoding & FormatMask);
  F.Data = R.at();
  if (C.HasAugmentation) {
    uint64_t Size = R.uleb();
    F.Data = R.at();
    R.skip(Size);
  }
  F.Instructions = R.at();
  return true;
}

/// Brings the rules into the form of a row; false when they have another.
bool makeSteps(const RowRules &Rules, FrameRow &Row) {
  if (Rules.CFARegister > RowRSP || Rules.CFAOffset != int32_t(Rules.CFAOffset))
    return false;
  Row.CFARegister = Rules.CFARegister;
  Row.CFAOffset = int32_t(Rules.CFAOffset);
  const RegisterRule &SP = Rules.Registers[RowRSP];
  const RegisterRule &IP = Rules.Registers[RowRIP];
  if (SP.How != RegisterRule::Same || IP.How != RegisterRule::Saved ||
      IP.Offset != ReturnAddressOffset)
    return false;
  for (unsigned I = 0; I < RowRSP; ++I) {
    const RegisterRule &Rule = Rules.Registers[I];
    Row.Saved[I] = 0;
    if (Rule.How == RegisterRule::Same)
      continue;
    int32_t Words = Rule.Offset / WordSize;
    if (Rule.How != RegisterRule::Saved || Rule.Offset % WordSize ||
        Words >= 0 || Words != int16_t(Words))
      return false;
    Row.Saved[I] = int16_t(Words);
  }
  return true;
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

bool readRow(uintptr_t IP, FrameRow &Row, KnownTables &Known) noexcept {
  FDE F;
  const uint8_t *At = searchFDE(IP, Known);
  bool Readable = At && readFDE(At, Known, F) && IP >= F.Start && IP < F.End;
  if (!Readable) { // Between functions, code of a JIT, no search table.
    dwarf_eh_bases Bases;
    At = static_cast<const uint8_t *>(
        _Unwind_Find_FDE(reinterpret_cast<void *>(IP), &Bases));
    if (!At)
      return false;
    Readable = readFDE(At, Known, F);
  }
  Row = {};
  Row.HasPushedArguments = true; // As far as is known.
  if (!Readable)
    return true;
  Row.Start = F.Start;
  Row.End = F.End;
  const CommonEntry &C = *F.Common;
  if (C.LSDAEncoding != Omit && C.IsOrdinary)
    Row.LSDA = Reader(F.Data).encoded(C.LSDAEncoding);
  RowReader Rules(C, C.Initial, Row.Start);
  if (!Rules.run(Reader(F.Instructions), F.InstructionsEnd, IP))
    return true;
  Row.HasPushedArguments = Rules.PushedArguments != 0;
  Row.IsOutermost = Rules.Now.Registers[RowRIP].How == RegisterRule::Undefined;
  Row.Steps = C.IsOrdinary && makeSteps(Rules.Now, Row);
  return true;
}

bool hasPushedArguments(uintptr_t IP) noexcept {
  FrameRow Row;
  KnownTables Known;
  return !readRow(IP, Row, Known) || Row.HasPushedArguments;
}

bool isOutermost(uintptr_t IP) noexcept {
  FrameRow Row;
  KnownTables Known;
  return readRow(IP, Row, Known) && Row.IsOutermost;
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
