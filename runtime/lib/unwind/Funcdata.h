//===- Funcdata.h - What compiled code says about functions -----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The section deferc_funcdata holds descriptors, in the form that
/// Layout.def gives: one for each open-coded frame, and one for each
/// function that recovers. This header reads a descriptor and finds those of a
/// function.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNWIND_FUNCDATA_H
#define DEFERC_RUNTIME_UNWIND_FUNCDATA_H

#include "support/Layout.h"
#include "unwind/StackFrame.h"

#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

/// One descriptor.
struct FuncdataDescriptor {
  const uint8_t *At; ///< Null: there is none.

  /// Ends the program when the descriptor is damaged, reaches beyond the end of
  /// its section, or is of a kind that this runtime does not know.
  void check(const uint8_t *End) const noexcept;

  uint8_t kind() const noexcept;
  /// Bytes of the whole descriptor.
  unsigned size() const noexcept;
  /// An address in the entry block of the function.
  uintptr_t where() const noexcept;

  // Of an open-coded frame.
  unsigned count() const noexcept; ///< Of defer statements.
  RunHalf run(unsigned I) const noexcept;
  uint32_t envOffset(unsigned I) const noexcept;
  /// Where the open-coded frame lies in this activation of the function.
  uint8_t *frame(const StackFrame &F) const noexcept;

  // Of a function that recovers.
  uintptr_t deferredEntryPoint() const noexcept;
};

struct FuncdataObject;

/// Finds the descriptors of one kind that a function has. Frames that were
/// inlined come before the frames that they were inlined into.
///
/// Neither locks nor allocates, so that a signal handler may search. Costs a
/// binary search in each object that has funcdata.
class DescriptorsOf {
public:
  /// The function at [Region, End). An End of 0 is not known, which costs a
  /// search in the unwind tables. A Region of 0 has no descriptors.
  DescriptorsOf(uintptr_t Region, uintptr_t End, uint8_t Kind) noexcept;
  /// Returns the next one; At is null when there is none left.
  FuncdataDescriptor next() noexcept;

private:
  bool has(uintptr_t Address) const noexcept;
  const uint8_t *searchObject(const FuncdataObject &O,
                              unsigned &Skip) const noexcept;

  uintptr_t Region, RegionEnd;
  uint8_t Kind;
  unsigned Seen = 0;
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_UNWIND_FUNCDATA_H
