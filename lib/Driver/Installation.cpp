//===- Installation.cpp - Where clang, plugins and runtime are ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A build folder and an installation have the same layout: `bin/deferc`, and
/// beside `bin` a folder `lib` with plugins, runtime and headers.
///
//===----------------------------------------------------------------------===//

#include "deferc/Driver/Installation.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <cstdlib>

using namespace llvm;
using namespace deferc;

static std::string under(StringRef Folder, StringRef Name) {
  SmallString<128> Path(Folder);
  sys::path::append(Path, Name);
  return std::string(Path);
}

/// What `Clang --version` prints after "clang version "; empty when it fails.
static std::string askForVersion(StringRef Clang) {
  SmallString<128> Answer;
  if (sys::fs::createTemporaryFile("deferc-version", "txt", Answer))
    return "";
  scope_exit Remove([&] { sys::fs::remove(Answer); });
  std::optional<StringRef> Redirects[] = {StringRef(), StringRef(Answer),
                                          StringRef()};
  if (sys::ExecuteAndWait(Clang, {Clang, "--version"}, std::nullopt, Redirects))
    return "";
  auto Buffer = MemoryBuffer::getFile(Answer);
  if (!Buffer)
    return "";
  StringRef Text = (*Buffer)->getBuffer().split("clang version ").second;
  return Text.take_until(isSpace).str();
}

static Expected<std::string> findClang() {
  const char *Chosen = std::getenv("DEFERC_CLANG");
  if (!Chosen || !*Chosen) {
    if (sys::fs::can_execute(DEFERC_DEFAULT_CLANG))
      return DEFERC_DEFAULT_CLANG;
    return createStringError(
        "clang not found at '" DEFERC_DEFAULT_CLANG
        "'; install the package clang-22, or set DEFERC_CLANG");
  }

  ErrorOr<std::string> Path = sys::findProgramByName(Chosen);
  if (!Path || !sys::fs::can_execute(*Path))
    return createStringError("clang not found at '" + Twine(Chosen) +
                             "', which DEFERC_CLANG names");
  // A plugin links the LLVM libraries of the clang that loads it.
  std::string Version = askForVersion(*Path);
  StringRef Wanted = DEFERC_LLVM_SERIES;
  if (!StringRef(Version).starts_with((Wanted + ".").str()))
    return createStringError(
        "'" + *Path + "', which DEFERC_CLANG names, is " +
        (Version.empty() ? "not clang" : "clang " + Version) +
        "; deferc's plugins need clang " + Wanted);
  return *Path;
}

Expected<Installation> deferc::findInstallation(const char *Argv0, void *Main) {
  Installation Where;
  Expected<std::string> Clang = findClang();
  if (!Clang)
    return Clang.takeError();
  Where.Clang = *Clang;

  std::string Program = sys::fs::getMainExecutable(Argv0, Main);
  Where.Libraries =
      under(sys::path::parent_path(sys::path::parent_path(Program)), "lib");
  Where.PassPlugin = under(Where.Libraries, "DefercPasses.so");
  Where.ClangPlugin = under(Where.Libraries, "DefercClang.so");
  Where.Headers = under(Where.Libraries, "deferc/include");
  for (StringRef Path :
       {StringRef(Where.PassPlugin), StringRef(Where.ClangPlugin),
        StringRef(Where.Headers)})
    if (!sys::fs::exists(Path))
      return createStringError("'" + Path +
                               "' is missing; build or install deferc again");
  return Where;
}
