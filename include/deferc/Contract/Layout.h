//===- Layout.h - Memory shared with the runtime ----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Layout.def as constants.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CONTRACT_LAYOUT_H
#define DEFERC_CONTRACT_LAYOUT_H

#include <cstdint>

namespace deferc::layout {

#define DEFERC_LAYOUT(Name, Value) inline constexpr uint32_t Name = Value;
#include "deferc/Contract/Layout.def"

} // namespace deferc::layout

#endif // DEFERC_CONTRACT_LAYOUT_H
