//===- deferc.cpp - The compiler driver -----------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferc` (C) and `deferc++` (C++): takes every argument of clang in the same
/// place, adds the plugins and the runtime, and becomes clang. What the user
/// sees is clang's output and its exit status.
///
/// See: docs/Driver.md, lib/Driver/
///
//===----------------------------------------------------------------------===//

#include "deferc/Driver/ClangCommand.h"
#include "deferc/Driver/CommandLine.h"
#include "deferc/Driver/Installation.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <cstring>
#include <unistd.h>

using namespace llvm;
using namespace deferc;

static int fail(StringRef Name, const Twine &Text) {
  errs() << Name << ": error: " << Text << "\n";
  return 1;
}

/// Runs a command that is too long for the system through a response file,
/// which must exist as long as clang runs.
static int runThroughResponseFile(StringRef Name,
                                  ArrayRef<const char *> Command) {
  SmallVector<StringRef, 64> Args(Command.begin() + 1, Command.end());
  SmallString<128> File;
  if (std::error_code E = sys::fs::createTemporaryFile("deferc", "rsp", File))
    return fail(Name, "cannot create a response file: " + E.message());
  std::string Text;
  raw_string_ostream Out(Text);
  for (StringRef Arg : Args) {
    Out << '"';
    for (char C : Arg) {
      if (C == '"' || C == '\\')
        Out << '\\';
      Out << C;
    }
    Out << "\"\n";
  }
  std::error_code E = sys::writeFileWithEncoding(File, Text);
  int Status = E ? fail(Name, "cannot write " + File + ": " + E.message())
                 : sys::ExecuteAndWait(Command.front(),
                                       {Command.front(), ("@" + File).str()});
  sys::fs::remove(File);
  return Status < 0 ? 1 : Status;
}

static int runClang(StringRef Name, SmallVectorImpl<const char *> &Command) {
  Command.push_back(nullptr);
  execv(Command.front(), const_cast<char *const *>(Command.data()));
  int Error = errno;
  Command.pop_back();
  if (Error == E2BIG)
    return runThroughResponseFile(Name, Command);
  return fail(Name, Twine("cannot run ") + Command.front() + ": " +
                        std::strerror(Error));
}

int main(int Argc, char **Argv) {
  StringRef Name = sys::path::filename(Argv[0]);
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);

  Expected<CommandLine> Line =
      parseCommandLine(ArrayRef<const char *>(Argv, Argc).drop_front(), Saver);
  if (!Line)
    return fail(Name, toString(Line.takeError()));
  Expected<Installation> Where =
      findInstallation(Argv[0], reinterpret_cast<void *>(&main));
  if (!Where)
    return fail(Name, toString(Where.takeError()));

  if (Line->WantsHelp)
    outs() << describeOptions() << "\n";
  if (Line->WantsVersion)
    outs() << "deferc version " DEFERC_VERSION "\n";
  outs().flush();
  if (std::string Warning = warnAboutRunPath(*Line, *Where); !Warning.empty())
    errs() << Name << ": warning: " << Warning << "\n";

  auto Command = buildClangCommand(*Line, *Where, Name.contains("++"), Saver);
  return runClang(Name, Command);
}
