//===- Layout.h - Memory that compiled code shares --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The constants of Layout.def, by their names there, and the type of a
/// run half. The structures that have this layout assert it where they are
/// declared.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_SUPPORT_LAYOUT_H
#define DEFERC_RUNTIME_SUPPORT_LAYOUT_H

#include "support/Config.h"

#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

#define DEFERC_LAYOUT(Name, Value) constexpr uint64_t Name = Value;
#include "deferc/Contract/Layout.def"

/// Makes one deferred call with the operands in Env. When Panicking, a panic or
/// a goexit makes the call: the run half then enters the callee by its deferred
/// entry point, where it has one, so that recover() works there.
using RunHalf = void (*)(void *Env, bool Panicking);

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_SUPPORT_LAYOUT_H
