//===- names.cpp - The name that a trace shows of a symbol ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The symbols of functions that a compiler has made end in parts that begin
/// with a dot. A trace shows:
///
///   _Z1fi.deferred                 f             its deferred entry point
///   _Z1fi.func1                    f.func1       its first block
///   _Z1fi.func1.deferc.run         f.func1       what runs the block
///   _Z1fi.deferwrap2.deferc.run    f.deferwrap2  what makes its second call
///   _Z1fi.cold, f.llvm.123         f
///
/// Parts that tell the user which function it is are kept. A name that is not
/// mangled may have dots of its own: parts are taken off its end as long as
/// they are known.
///
//===----------------------------------------------------------------------===//

#include "symbols/Symbols.h"

#include <stdlib.h>
#include <string.h>

extern "C" __attribute__((weak)) char *__cxa_demangle(const char *, char *,
                                                      size_t *, int *);

namespace deferc {
namespace {

/// A part of a name, which does not end with a 0.
struct Piece {
  const char *Begin;
  size_t Size;

  bool is(const char *S) const {
    return strlen(S) == Size && !memcmp(Begin, S, Size);
  }
  bool endsWith(const char *S) const {
    size_t N = strlen(S);
    return Size >= N && !memcmp(Begin + Size - N, S, N);
  }
  /// Whether the piece is S with a number behind it.
  bool isNumbered(const char *S) const {
    size_t N = strlen(S);
    if (Size <= N || memcmp(Begin, S, N) != 0)
      return false;
    for (size_t I = N; I != Size; ++I)
      if (Begin[I] < '0' || Begin[I] > '9')
        return false;
    return true;
  }
};

bool isBlock(Piece Part) { return Part.isNumbered("func"); }
bool isCall(Piece Part) { return Part.isNumbered("deferwrap"); }

bool isKnown(Piece Part) {
  static const char *const Known[] = {
      "deferred", "deferc", "run",     "evaluate",  "llvm",
      "cold",     "__part", "__uniq",  "constprop", "isra",
      "part",     "resume", "destroy", "cleanup",   "specialized"};
  for (const char *Name : Known)
    if (Part.is(Name))
      return true;
  return isBlock(Part) || isCall(Part) || Part.isNumbered("");
}

/// The part of a symbol that ends at End, without its dot; empty when there is
/// none.
Piece lastPart(const char *Begin, const char *End) {
  const char *At = End;
  while (At != Begin && At[-1] != '.')
    --At;
  if (At == Begin || At - 1 == Begin)
    return {End, 0};
  return {At, size_t(End - At)};
}

/// The size of what stands before the parts.
size_t baseSize(const char *Symbol, bool IsMangled) {
  if (IsMangled)
    return strcspn(Symbol, ".");
  const char *End = Symbol + strlen(Symbol);
  for (Piece Part; Part = lastPart(Symbol, End), Part.Size && isKnown(Part);)
    End = Part.Begin - 1;
  return End - Symbol;
}

/// Takes the parameter list, and what follows it, off a demangled name.
void dropParameters(Piece &Name) {
  static const char *const Qualifiers[] = {" const", " volatile", " &", "&"};
  for (bool Again = true; Again;) {
    Again = false;
    for (const char *Suffix : Qualifiers)
      if (Name.endsWith(Suffix)) {
        Name.Size -= strlen(Suffix);
        Again = true;
      }
  }
  if (!Name.endsWith(")"))
    return;
  unsigned Depth = 0;
  for (size_t I = Name.Size; I-- > 0;) {
    if (Name.Begin[I] == ')')
      ++Depth;
    else if (Name.Begin[I] == '(' && --Depth == 0) {
      if (I)
        Name.Size = I;
      return;
    }
  }
}

/// Takes the result type off a demangled name; those of templates begin with
/// one. A name has no space outside of brackets, except in `operator new` and
/// the like.
void dropResult(Piece &Name) {
  size_t Start = 0;
  int Depth = 0;
  for (size_t I = 0; I != Name.Size; ++I) {
    char C = Name.Begin[I];
    if (!strncmp(Name.Begin + I, "operator", strlen("operator")))
      break;
    if (strchr("<({[", C))
      ++Depth;
    else if (strchr(">)}]", C))
      --Depth;
    else if (C == ' ' && !Depth)
      Start = I + 1;
  }
  Name.Begin += Start;
  Name.Size -= Start;
}

/// Whether the function is a thunk, or what a lambda without captures is
/// converted to.
bool isForwarder(const char *Symbol) {
  if (strncmp(Symbol, "_ZT", 3) == 0)
    return Symbol[3] && strchr("hvc", Symbol[3]);
  return strncmp(Symbol, "_Z", 2) == 0 && strstr(Symbol, "8__invokeE");
}

FunctionKind kindOf(const char *Symbol, const char *Parts) {
  FunctionKind Kind =
      isForwarder(Symbol) ? FunctionKind::Wrapper : FunctionKind::Plain;
  while (*Parts) {
    Piece Part = {Parts + 1, strcspn(Parts + 1, ".")};
    if (isBlock(Part))
      Kind = FunctionKind::Block;
    else if (isCall(Part))
      Kind = FunctionKind::Wrapper;
    else if (Part.is("run") && Kind == FunctionKind::Block)
      Kind = FunctionKind::BlockRunner;
    else if (Part.is("evaluate") && Kind == FunctionKind::Wrapper)
      Kind = FunctionKind::Operands;
    Parts = Part.Begin + Part.Size;
  }
  return Kind;
}

} // namespace

void nameFunction(Location &L, const char *Symbol) noexcept {
  L.Function = Symbol;
  L.Kind = FunctionKind::Plain;
  if (!Symbol)
    return;
  bool IsMangled = Symbol[0] == '_' && Symbol[1] == 'Z';
  size_t Size = baseSize(Symbol, IsMangled);
  const char *Parts = Symbol + Size;
  L.Kind = kindOf(Symbol, Parts);

  char *Base = strndup(Symbol, Size);
  if (!Base)
    return;
  Piece Name = {Base, Size};
  int Status = 0;
  char *Nice = IsMangled && __cxa_demangle
                   ? __cxa_demangle(Base, nullptr, nullptr, &Status)
                   : nullptr;
  if (Nice) {
    Name = {Nice, strlen(Nice)};
    dropParameters(Name);
    dropResult(Name);
  }
  char *Whole = static_cast<char *>(malloc(Name.Size + strlen(Parts) + 1));
  if (Whole) {
    char *End = static_cast<char *>(mempcpy(Whole, Name.Begin, Name.Size));
    while (*Parts) {
      Piece Part = {Parts + 1, strcspn(Parts + 1, ".")};
      if (isBlock(Part) || isCall(Part))
        End = static_cast<char *>(mempcpy(End, Parts, Part.Size + 1));
      Parts = Part.Begin + Part.Size;
    }
    *End = '\0';
    L.Function = Whole;
  }
  free(Nice);
  free(Base);
}

} // namespace deferc
