//===- ClosureMarkers.cpp - Names and types of the closure markers --------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Expands ClosureMarkers.def into names, types, rules and declarations.
///
//===----------------------------------------------------------------------===//

#include "MarkerCalls.h"

#include "deferc/Contract/Words.h"

using namespace llvm;

namespace deferc {
namespace {

using words::Signature;
using words::Word;

/// The contract's words, and those that say what an operand is.
namespace word {
constexpr Word Void = Word::Void, Bool = Word::Bool, Ptr = Word::Ptr,
               Variable = Word::Ptr, Number = Word::I32, Bytes = Word::I64,
               Count = Word::I64;
} // namespace word

struct MarkerInfo {
  const char *Symbol;
  Signature Type;
  unsigned Rule;
};

constexpr MarkerInfo Infos[] = {
#define DEFERC_OPERAND(Word, Name) word::Word,
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  {#Symbol, Signature(word::Result, {Operands}), Rule},
#include "deferc/ClangShape/ClosureMarkers.def"
};

const MarkerInfo &getInfo(ClosureMarker Id) { return Infos[unsigned(Id)]; }

} // namespace

StringRef getSymbol(ClosureMarker Id) { return getInfo(Id).Symbol; }

unsigned getRule(ClosureMarker Id) { return getInfo(Id).Rule; }

FunctionType *getType(ClosureMarker Id, LLVMContext &Context) {
  return words::getType(getInfo(Id).Type, Context);
}

FunctionCallee getOrInsertMarker(Module &M, ClosureMarker Id) {
  FunctionCallee Callee =
      M.getOrInsertFunction(getSymbol(Id), getType(Id, M.getContext()));
  auto *F = dyn_cast<Function>(Callee.getCallee());
  if (F && Id != ClosureMarker::Run)
    F->setDoesNotThrow();
  return Callee;
}

std::optional<ClosureMarker> getClosureMarker(StringRef Name) {
  if (!Name.starts_with("__deferc_clang_"))
    return std::nullopt;
  for (unsigned I = 0; I != std::size(Infos); ++I)
    if (Name == Infos[I].Symbol)
      return ClosureMarker(I);
  return std::nullopt;
}

std::optional<ClosureMarker> getClosureMarker(const Value &V) {
  auto *Call = dyn_cast<CallBase>(&V);
  // getCalledFunction() would hide a call of a wrong type from the verifier.
  auto *Callee = Call ? dyn_cast<Function>(Call->getCalledOperand()) : nullptr;
  return Callee ? getClosureMarker(Callee->getName()) : std::nullopt;
}

} // namespace deferc
