//===- Installation.h - Where clang, plugins and runtime are ----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the paths that the driver gives to clang, and the check that they
/// belong together: a plugin works only in the version of clang that it was
/// built for.
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

/// Finds the plugins and the runtime relative to the running program. Clang is
/// the one that this build was configured with, or the one that `DEFERC_CLANG`
/// names. A missing file, or a clang of another version, is an error that says
/// what to do. When `DEFERC_CLANG` is set, this runs clang to learn its
/// version.
llvm::Expected<Installation> findInstallation(const char *Argv0, void *Main);

} // namespace deferc

#endif // DEFERC_DRIVER_INSTALLATION_H
