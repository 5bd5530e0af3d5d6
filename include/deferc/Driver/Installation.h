//===- Installation.h - Where clang, plugins and runtime are ----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the paths that the driver hands to clang, and the check that they
/// fit together: a plugin only works in the clang it was built for.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_DRIVER_INSTALLATION_H
#define DEFERC_DRIVER_INSTALLATION_H

#include "llvm/Support/Error.h"
#include <string>

namespace deferc {

struct Installation {
  std::string Clang;
  std::string PassPlugin;
  std::string ClangPlugin;
  /// The folder of libdeferrt.
  std::string Libraries;
  /// The folder of defer.h.
  std::string Headers;
};

/// Finds all of it: the plugins and the runtime from the place of the running
/// program, clang where this build found it, or where `DEFERC_CLANG` says.
/// A missing file, or a clang of another version, is an error that names what
/// to do. Runs clang once when `DEFERC_CLANG` is set, to learn its version.
llvm::Expected<Installation> findInstallation(const char *Argv0, void *Main);

} // namespace deferc

#endif // DEFERC_DRIVER_INSTALLATION_H
