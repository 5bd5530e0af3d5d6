//===- ClangCommand.h - The clang command of a deferc command ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the translation of a command line into the clang command that loads
/// the plugins and links the runtime.
///
/// See: docs/Driver.md#what-is-added, test/Driver/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_DRIVER_CLANGCOMMAND_H
#define DEFERC_DRIVER_CLANGCOMMAND_H

#include "deferc/Driver/CommandLine.h"
#include "deferc/Driver/Installation.h"

namespace deferc {

/// Clang's arguments, its own name first. \p IsCXX is true for `deferc++`.
llvm::SmallVector<const char *, 64> buildClangCommand(const CommandLine &Line,
                                                      const Installation &Where,
                                                      bool IsCXX,
                                                      llvm::StringSaver &Saver);

/// Why the linked program will not find the shared runtime by itself; empty
/// when it will.
std::string warnAboutRunPath(const CommandLine &Line,
                             const Installation &Where);

} // namespace deferc

#endif // DEFERC_DRIVER_CLANGCOMMAND_H
