//===- ClangCommand.cpp - The clang command of a deferc command -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Before:  deferc++ -O2 main.cpp -o main
/// After:   clang++ PLUGINS HEADERS -O2 main.cpp -o main RUNTIME
///
/// Options for compiling go in front, so that the user's options, which come
/// later, win. The runtime goes to the end: a linker that reads its inputs once
/// then knows what it needs of the runtime. Clang is told not to warn about
/// added options that a command does not use.
///
//===----------------------------------------------------------------------===//

#include "deferc/Driver/ClangCommand.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace deferc;

using Arguments = SmallVector<const char *, 64>;

static void addCompileArguments(Arguments &Command, const CommandLine &Line,
                                const Installation &Where, StringSaver &Saver) {
  auto Add = [&](const Twine &Arg) {
    Command.push_back(Saver.save(Arg).data());
  };
  Add("--start-no-unused-arguments");
  // The passes are loaded twice: -fpass-plugin runs them, but it loads too late
  // for their -mllvm options; -fplugin loads in time.
  Add("-fplugin=" + Where.PassPlugin);
  Add("-fplugin=" + Where.ClangPlugin);
  Add("-fpass-plugin=" + Where.PassPlugin);
  auto AddPassOption = [&](StringRef Option) {
    // -mllvm alone would go to the assembler and to LTO as well.
    for (StringRef Arg : {"-Xclang", "-mllvm", "-Xclang"})
      Add(Arg);
    Add(Option);
  };
  if (Line.Policy == DeferPolicy::Extended)
    AddPassOption("-defer-policy=extended");
  if (Line.SplitsCode)
    AddPassOption("-defer-split-code");
  if (Line.FaultPanics) {
    Add("-fplugin-arg-deferc-fault-panics");
    // Following a null pointer is then defined, so clang must not assume that
    // it does not happen.
    Add("-fno-delete-null-pointer-checks");
  }
  Add("-isystem");
  Add(Where.Headers);
  Add("-D__DEFERC__=1");
  // Deferred calls run while unwinding, in C too.
  Add("-fexceptions");
  Add("--end-no-unused-arguments");
}

/// The loader splits a run path at colons and replaces what follows a dollar
/// sign.
static bool canBeRunPath(StringRef Folder) {
  return Folder.find_first_of(":$") == StringRef::npos;
}

static bool linksStaticRuntime(const CommandLine &Line) {
  return Line.StaticRuntime || Line.LinksStatically;
}

static bool addsAnything(const CommandLine &Line) {
  return Line.Defer && Line.HasInput && !Line.IsInternalTool;
}

static void addRuntime(Arguments &Command, const CommandLine &Line,
                       const Installation &Where, StringSaver &Saver) {
  auto Add = [&](const Twine &Arg) {
    Command.push_back(Saver.save(Arg).data());
  };
  Add("-L" + Where.Libraries);
  if (linksStaticRuntime(Line)) {
    Add("-l:libdeferrt.a");
    return;
  }
  // The link then drops the runtime from a program that does not use it.
  Add("-Wl,--push-state,--as-needed");
  Add("-ldeferrt");
  Add("-Wl,--pop-state");
  if (!canBeRunPath(Where.Libraries))
    return;
  // -Wl would split the folder at commas.
  for (StringRef Arg : {StringRef("-rpath"), StringRef(Where.Libraries)}) {
    Add("-Xlinker");
    Add(Arg);
  }
}

std::string deferc::warnAboutRunPath(const CommandLine &Line,
                                     const Installation &Where) {
  if (!addsAnything(Line) || !Line.Links || linksStaticRuntime(Line) ||
      canBeRunPath(Where.Libraries))
    return "";
  return "'" + Where.Libraries +
         "' cannot be a run path, because of the ':' or '$' in it: the program "
         "will not find libdeferrt.so by itself; move deferc, link with "
         "-static-deferrt, or set LD_LIBRARY_PATH";
}

SmallVector<const char *, 64>
deferc::buildClangCommand(const CommandLine &Line, const Installation &Where,
                          bool IsCXX, StringSaver &Saver) {
  Arguments Command = {Where.Clang.c_str()};
  if (Line.IsInternalTool) {
    append_range(Command, Line.ClangArgs);
    return Command;
  }

  bool Adds = addsAnything(Line);
  if (IsCXX)
    Command.push_back("--driver-mode=g++");
  if (Adds)
    addCompileArguments(Command, Line, Where, Saver);
  append_range(Command, Line.ClangArgs);
  if (Adds && Line.Links)
    addRuntime(Command, Line, Where, Saver);
  return Command;
}
