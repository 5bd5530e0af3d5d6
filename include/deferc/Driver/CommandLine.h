//===- CommandLine.h - What a deferc command asks for -----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares what the driver learns from its arguments: its own options, taken
/// out, and the few things about clang's that decide what is added.
///
/// Leaves: everything else to clang, which gets its arguments as they came.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_DRIVER_COMMANDLINE_H
#define DEFERC_DRIVER_COMMANDLINE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/StringSaver.h"
#include <string>

namespace deferc {

enum class DeferPolicy { Go, Extended };

/// A command line, taken apart.
struct CommandLine {
  /// Without deferc's options, and such that more can follow. A response file
  /// in which nothing had to change is still one argument.
  llvm::SmallVector<const char *, 64> ClangArgs;

  bool Defer = true;
  DeferPolicy Policy = DeferPolicy::Go;
  bool FaultPanics = false;
  bool SplitsCode = false; ///< Parts of functions go to sections of their own.
  bool StaticRuntime = false;

  /// There is something to compile, assemble or link.
  bool HasInput = false;
  /// The command ends in a link that takes clang's standard libraries.
  bool Links = false;
  /// The output of that link has no dynamic loader.
  bool LinksStatically = false;
  /// `--help` or `--version` is asked for.
  bool WantsHelp = false;
  bool WantsVersion = false;
  /// One of clang's internal tools (`-cc1`, `-cc1as`), which take no additions.
  bool IsInternalTool = false;
};

/// Takes \p Args, without the program's name, apart. Arguments that clang will
/// reject are no error here. \p Saver keeps the strings of response files.
llvm::Expected<CommandLine> parseCommandLine(llvm::ArrayRef<const char *> Args,
                                             llvm::StringSaver &Saver);

/// The lines of `--help` on deferc's own options.
std::string describeOptions();

} // namespace deferc

#endif // DEFERC_DRIVER_COMMANDLINE_H
