//===- CommandLine.h - What a deferc command asks for -----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares what the driver learns from its arguments: deferc's own options,
/// and the facts about clang's arguments that decide what the driver adds.
///
/// Leaves: all other arguments, which clang gets unchanged.
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

/// What the driver knows of a command line.
struct CommandLine {
  /// Clang's arguments, without deferc's options; more can be appended. A
  /// response file that needs no change is still one argument.
  llvm::SmallVector<const char *, 64> ClangArgs;

  bool Defer = true;
  DeferPolicy Policy = DeferPolicy::Go;
  bool FaultPanics = false;
  bool SplitsCode = false; ///< Parts of functions go to sections of their own.
  bool StaticRuntime = false;

  /// Whether there is something to compile, assemble or link.
  bool HasInput = false;
  /// Whether the command ends in a link with clang's standard libraries.
  bool Links = false;
  /// Whether the output of that link has no dynamic loader.
  bool LinksStatically = false;
  /// Whether `--help` or `--version` is asked for.
  bool WantsHelp = false;
  bool WantsVersion = false;
  /// Whether the command runs one of clang's internal tools (`-cc1`, `-cc1as`),
  /// to which nothing is added.
  bool IsInternalTool = false;
};

/// Reads \p Args, which begin behind the program's name. Arguments that clang
/// will reject are no error here. \p Saver owns the strings of response files.
llvm::Expected<CommandLine> parseCommandLine(llvm::ArrayRef<const char *> Args,
                                             llvm::StringSaver &Saver);

/// The lines of `--help` about deferc's own options.
std::string describeOptions();

} // namespace deferc

#endif // DEFERC_DRIVER_COMMANDLINE_H
