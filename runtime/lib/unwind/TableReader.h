//===- TableReader.h - Bytes of the unwinder's tables -----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads numbers and pointers in the encodings of the exception tables: DWARF's
/// LEB128, and pointers relative to where they stand (LSB, "DWARF Extensions").
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_TABLEREADER_H
#define DEFERC_RUNTIME_UNWIND_TABLEREADER_H

#include "support/Config.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

namespace deferc DEFERC_HIDDEN {

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

/// A position in a table. Reading moves it on; nothing is checked, since the
/// unwinder relies on the same tables.
class TableReader {
public:
  explicit TableReader(const void *At) : P(static_cast<const uint8_t *>(At)) {}

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
    unsigned Bits;
    bool Sign;
    return leb(Bits, Sign);
  }

  int64_t sleb() {
    unsigned Bits;
    bool Sign;
    uint64_t Value = leb(Bits, Sign);
    if (Sign && Bits < 64)
      Value |= ~uint64_t(0) << Bits;
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
  /// Reads a LEB128. Bits is how many bits it has, and Sign the highest one.
  uint64_t leb(unsigned &Bits, bool &Sign) {
    uint64_t Value = 0;
    uint8_t B;
    Bits = 0;
    do {
      B = *P++;
      if (Bits < 64)
        Value |= uint64_t(B & 0x7f) << Bits;
      Bits += 7;
    } while (B & 0x80);
    Sign = B & 0x40;
    return Value;
  }

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

/// Whether a pointer in this encoding is absolute or relative to its place.
inline bool isPlainEncoding(uint8_t How) {
  uint8_t Relation = How & RelationMask;
  return Relation == 0 || Relation == PCRelative;
}

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_TABLEREADER_H
