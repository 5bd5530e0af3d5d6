//===- CommandLine.cpp - What a deferc command asks for -------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads a command line with clang's own option table. So the value of an
/// option is never mistaken for an option or an input, and an input has the
/// type that clang gives it.
///
/// Clang's table does not know deferc's options, and parses them as unknown
/// arguments. This file finds them there, and drops them by their index.
///
//===----------------------------------------------------------------------===//

#include "deferc/Driver/CommandLine.h"
#include "clang/Driver/Driver.h"
#include "clang/Driver/Phases.h"
#include "clang/Driver/Types.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace clang;
using namespace deferc;
namespace opts = clang::options;
namespace types = clang::driver::types;
namespace phases = clang::driver::phases;

namespace {

enum class OptionId {
#define DEFERC_OPTION(Id, Spelling, Help) Id,
#include "deferc/Driver/Options.def"
};

struct OptionInfo {
  OptionId Id;
  StringRef Spelling;
  StringRef Help;
};

constexpr OptionInfo OptionTable[] = {
#define DEFERC_OPTION(Id, Spelling, Help) {OptionId::Id, Spelling, Help},
#include "deferc/Driver/Options.def"
};

} // namespace

static const OptionInfo *findOption(StringRef Arg) {
  const auto *Found = find_if(OptionTable, [&](const OptionInfo &Option) {
    return Option.Spelling.ends_with("=") ? Arg.starts_with(Option.Spelling)
                                          : Arg == Option.Spelling;
  });
  return Found == std::end(OptionTable) ? nullptr : Found;
}

static Error takeOption(CommandLine &Line, const OptionInfo &Option,
                        StringRef Arg) {
  switch (Option.Id) {
  case OptionId::Defer:
    Line.Defer = true;
    break;
  case OptionId::NoDefer:
    Line.Defer = false;
    break;
  case OptionId::FaultPanics:
    Line.FaultPanics = true;
    break;
  case OptionId::NoFaultPanics:
    Line.FaultPanics = false;
    break;
  case OptionId::StaticRuntime:
    Line.StaticRuntime = true;
    break;
  case OptionId::DeferPolicy: {
    StringRef Value = Arg.drop_front(Option.Spelling.size());
    if (Value != "go" && Value != "extended")
      return createStringError("invalid value '" + Value + "' in '" + Arg +
                               "'; the policies are 'go' and 'extended'");
    Line.Policy = Value == "go" ? DeferPolicy::Go : DeferPolicy::Extended;
    break;
  }
  }
  return Error::success();
}

/// Whether an input of type \p Type ends in a link, when no option stops clang
/// earlier. A header does not: clang precompiles it.
static bool reachesLink(types::ID Type) {
  return is_contained(types::getCompilationPhases(Type, phases::Link),
                      phases::Link);
}

/// The type that clang gives \p File, after `-x Language` if there was one.
static types::ID typeOfInput(StringRef File, StringRef Language) {
  if (!Language.empty() && Language != "none")
    return types::lookupTypeForTypeSpecifier(Language.str().c_str());
  StringRef Extension = sys::path::extension(File).ltrim('.');
  types::ID Type = types::lookupTypeForExtension(Extension);
  return Type == types::TY_INVALID ? types::TY_Object : Type;
}

/// Whether an option makes clang stop before the link.
static bool stopsEarly(const opt::InputArgList &Args) {
  return Args.hasArg(opts::OPT_Action_Group, opts::OPT_M, opts::OPT_MM,
                     opts::OPT__analyze, opts::OPT_emit_ast,
                     opts::OPT_fmodule_header);
}

/// Whether code generation puts parts of functions into sections of their own,
/// with unwind tables of their own.
static bool splitsCode(const opt::InputArgList &Args) {
  return Args.hasFlag(opts::OPT_fsplit_machine_functions,
                      opts::OPT_fno_split_machine_functions, false) ||
         Args.getLastArgValue(opts::OPT_fbasic_block_sections_EQ, "none") !=
             "none";
}

static void describeInputs(CommandLine &Line, const opt::InputArgList &Args) {
  bool HasLinkerInput = false;
  StringRef Language;
  for (const opt::Arg *A : Args) {
    const opt::Option &Option = A->getOption();
    if (Option.matches(opts::OPT_x)) {
      Language = A->getValue();
      continue;
    }
    if (Option.hasFlag(opts::LinkerInput)) {
      Line.HasInput = HasLinkerInput = true;
      continue;
    }
    if (Option.getKind() != opt::Option::InputClass &&
        !Option.matches(opts::OPT__DASH_DASH))
      continue;
    for (StringRef File : A->getValues()) {
      Line.HasInput = true;
      types::ID Type = typeOfInput(File, Language);
      HasLinkerInput |= Type != types::TY_INVALID && reachesLink(Type);
    }
  }

  Line.Links =
      HasLinkerInput && !stopsEarly(Args) &&
      !Args.hasArg(opts::OPT_r, opts::OPT_nostdlib, opts::OPT_nodefaultlibs);
  Line.SplitsCode = splitsCode(Args);
  Line.LinksStatically = Args.hasArg(opts::OPT_static, opts::OPT_static_pie);
}

/// The indices of deferc's options in a parsed command line.
static SmallVector<unsigned> findOwnOptions(const opt::InputArgList &Args) {
  SmallVector<unsigned> Indices;
  for (const opt::Arg *A : Args.filtered(opts::OPT_UNKNOWN))
    if (findOption(Args.getArgString(A->getIndex())))
      Indices.push_back(A->getIndex());
  return Indices;
}

/// Copies \p Args without the indices in \p Left. A `--` is dropped too, since
/// the driver appends options: each input behind it is spelled so that it
/// remains an input.
static void copyArguments(CommandLine &Line, const opt::InputArgList &Args,
                          ArrayRef<unsigned> Left, StringSaver &Saver) {
  const opt::Arg *Dashes = Args.getLastArg(opts::OPT__DASH_DASH);
  unsigned End = Dashes ? Dashes->getIndex() : Args.getNumInputArgStrings();
  for (unsigned Index = 0; Index != End; ++Index)
    if (!is_contained(Left, Index))
      Line.ClangArgs.push_back(Args.getArgString(Index));
  if (!Dashes)
    return;
  for (StringRef Input : Dashes->getValues())
    Line.ClangArgs.push_back(Input.starts_with("-") || Input.starts_with("@")
                                 ? Saver.save("./" + Input).data()
                                 : Input.data());
}

Expected<CommandLine> deferc::parseCommandLine(ArrayRef<const char *> Original,
                                               StringSaver &Saver) {
  CommandLine Line;
  Line.ClangArgs.assign(Original.begin(), Original.end());
  if (!Original.empty() && StringRef(Original.front()).starts_with("-cc1")) {
    Line.IsInternalTool = true;
    return Line;
  }

  SmallVector<const char *, 64> Expanded(Original);
  if (Error E = clang::driver::expandResponseFiles(
          Expanded, /*ClangCLMode=*/false, Saver.getAllocator()))
    return E;
  opt::Visibility Visible(opts::ClangOption);
  unsigned MissingIndex, MissingCount;
  opt::InputArgList Args = getDriverOptTable().ParseArgs(Expanded, MissingIndex,
                                                         MissingCount, Visible);

  SmallVector<unsigned> Own = findOwnOptions(Args);
  for (unsigned Index : Own) {
    StringRef Text = Args.getArgString(Index);
    if (Error E = takeOption(Line, *findOption(Text), Text))
      return E;
  }

  // A response file is expanded only when something in it must change.
  unsigned Ignored;
  opt::InputArgList Short =
      getDriverOptTable().ParseArgs(Original, Ignored, Ignored, Visible);
  SmallVector<unsigned> ShortOwn = findOwnOptions(Short);
  bool KeepFiles =
      ShortOwn.size() == Own.size() &&
      Short.hasArg(opts::OPT__DASH_DASH) == Args.hasArg(opts::OPT__DASH_DASH);
  Line.ClangArgs.clear();
  if (KeepFiles)
    copyArguments(Line, Short, ShortOwn, Saver);
  else
    copyArguments(Line, Args, Own, Saver);

  Line.WantsHelp = Args.hasArg(opts::OPT_help);
  Line.WantsVersion = Args.hasArg(opts::OPT__version);
  if (MissingCount == 0)
    describeInputs(Line, Args);
  return Line;
}

std::string deferc::describeOptions() {
  std::string Text = "OVERVIEW: deferc, clang with defer, panic and recover\n\n"
                     "OPTIONS ADDED TO CLANG'S:\n";
  raw_string_ostream Out(Text);
  for (const OptionInfo &Option : OptionTable)
    Out << "  " << left_justify(Option.Spelling, 22) << " " << Option.Help
        << "\n";
  return Text;
}
