//===- readrow.cpp - Find the row of a place in the tables ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the FDE of a function in the search table of its object, and makes a
/// row of what the function's call frame instructions come to at a place. Where
/// there is no search table, the unwinder finds the FDE.
///
//===----------------------------------------------------------------------===//

#include "unwind/FrameRows.h"

#include <dlfcn.h>

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

constexpr int64_t ReturnAddressOffset = -8, WordSize = 8;

#ifdef DLFO_STRUCT_HAS_EH_DBASE
/// Finds the object at this address, and its search table if that has the usual
/// form. False when no object is known to be there.
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
  TableReader R(Header + 8); // After the address of .eh_frame.
  T.Count = R.raw<uint32_t>();
  T.Pairs = reinterpret_cast<const int32_t *>(R.at());
  T.Header = Header;
  return true;
}
#else
bool findSearchTable(uintptr_t, SearchTable &) { return false; }
#endif

/// The FDE of the last function that begins at or before IP; null when there is
/// no search table for it.
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

/// What the CIE at this address says. It is kept for the rest of the walk.
const CommonInfo &commonInfo(const uint8_t *At, KnownTables &Known) {
  auto Place = reinterpret_cast<uintptr_t>(At);
  CommonInfo &C = Known.Common[(Place >> 3) % KnownTables::Count];
  if (C.CIE != At)
    readCommonInfo(At, C);
  return C;
}

/// The parts of an FDE, and the function that it describes.
struct FDE {
  uintptr_t Start, End;
  const uint8_t *Data, *Instructions, *InstructionsEnd;
  const CommonInfo *Common;
};

/// Reads the FDE at this address. False when its form is not known here.
bool readFDE(const uint8_t *At, KnownTables &Known, FDE &F) {
  constexpr uint32_t LongForm = 0xffffffff;
  TableReader R(At);
  uint32_t Length = R.raw<uint32_t>();
  if (Length == LongForm)
    return false;
  F.InstructionsEnd = R.at() + Length;
  const uint8_t *CIE = R.at();
  CIE -= R.raw<uint32_t>();
  const CommonInfo &C = commonInfo(CIE, Known);
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

/// Writes the rules to the row. False when they have not the form that
/// stepFrame() knows.
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

bool readRow(uintptr_t IP, FrameRow &Row, KnownTables &Known) noexcept {
  FDE F;
  const uint8_t *At = searchFDE(IP, Known);
  bool Readable = At && readFDE(At, Known, F) && IP >= F.Start && IP < F.End;
  if (!Readable) { // The code of a JIT, or there is no search table.
    dwarf_eh_bases Bases;
    At = static_cast<const uint8_t *>(
        _Unwind_Find_FDE(reinterpret_cast<void *>(IP), &Bases));
    if (!At)
      return false;
    Readable = readFDE(At, Known, F);
  }
  Row = {};
  Row.HasPushedArguments = true; // Until it is known better.
  if (!Readable)
    return true;
  Row.Start = F.Start;
  Row.End = F.End;
  const CommonInfo &C = *F.Common;
  if (C.LSDAEncoding != Omit && C.IsOrdinary)
    Row.LSDA = TableReader(F.Data).encoded(C.LSDAEncoding);
  CallFrameRunner Rules(C, Row.Start);
  if (!Rules.run(TableReader(F.Instructions), F.InstructionsEnd, IP))
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

} // namespace deferc
