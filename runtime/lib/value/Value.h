//===- Value.h - The text of a panic's value --------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the runtime itself asks of the value of a panic. The functions that
/// programs call are in deferc/abi.h.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_VALUE_VALUE_H
#define DEFERC_RUNTIME_VALUE_VALUE_H

#include "deferc/abi.h"
#include "support/Config.h"

namespace deferc DEFERC_HIDDEN {

/// Sends the text that a crash report prints. Returns 1 when the value's own
/// text function threw, else 0.
DEFERC_HIDDEN int sendText(const __deferc_value *Value, __deferc_sink Sink,
                           void *Context) noexcept;
/// The same, but calls no text function: a value that has one, and whose text
/// is not kept yet, is shown as its type. Does not allocate.
DEFERC_HIDDEN void sendPreparedText(const __deferc_value *Value,
                                    __deferc_sink Sink, void *Context) noexcept;
/// Returns the value's text, and keeps it with the value, where the next call
/// finds it. Sets Threw, unless it is null, to whether the value's own text
/// function threw.
DEFERC_HIDDEN const char *keepText(__deferc_value *Value, size_t &Size,
                                   bool *Threw = nullptr) noexcept;
/// The name of a type, in the text of a value's header that holds it.
struct TypeName {
  const char *Start;
  size_t Size;
};
/// Cuts the name out of that text: what stands between "T = " and the last "]".
/// It is "value" when there is no such text.
DEFERC_HIDDEN TypeName typeName(const char *Holder) noexcept;

/// Whether the value is an integer of 128 bits, which no member of `as` holds.
inline bool isLargeInteger(const __deferc_value *Value) {
  return Value->code == 'n' || Value->code == 'o';
}
inline unsigned __int128 largeInteger(const __deferc_value *Value) {
  return *static_cast<const unsigned __int128 *>(Value->data);
}

/// Whether Go would compare the two values as identical.
DEFERC_HIDDEN bool isIdentical(const __deferc_value *A,
                               const __deferc_value *B) noexcept;

} // namespace deferc DEFERC_HIDDEN

/// keepText() for C. Returns whether the value's own text function threw.
extern "C" DEFERC_HIDDEN bool __deferc_saytext(__deferc_value *Value);

#endif // DEFERC_RUNTIME_VALUE_VALUE_H
