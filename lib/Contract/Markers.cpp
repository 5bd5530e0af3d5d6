//===- Markers.cpp - The markers as LLVM sees them ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Expands Markers.def into names, types, rules and declarations.
///
//===----------------------------------------------------------------------===//

#include "deferc/Contract/Markers.h"
#include "deferc/Contract/Words.h"

using namespace llvm;

namespace deferc {
namespace {

using namespace words;

struct MarkerInfo {
  const char *Symbol;
  Signature Type;
  unsigned Rule;
};

using enum Word;
#define DEFERC_LIST(...) {__VA_ARGS__}
constexpr MarkerInfo Infos[] = {
#define DEFERC_MARKER(Id, Symbol, Result, Params, Rule)                        \
  {#Symbol, Signature(Result, DEFERC_LIST Params), Rule},
#include "deferc/Contract/Markers.def"
};

const MarkerInfo &getInfo(Marker Id) { return Infos[unsigned(Id)]; }

/// Exits and unwinds run deferred calls, which may panic.
bool mayUnwind(Marker Id) { return Id == Marker::Exit || Id == Marker::Unwind; }

} // namespace

StringRef getSymbol(Marker Id) { return getInfo(Id).Symbol; }

unsigned getRule(Marker Id) { return getInfo(Id).Rule; }

FunctionType *getType(Marker Id, LLVMContext &Context) {
  return words::getType(getInfo(Id).Type, Context);
}

FunctionCallee getOrInsertMarker(Module &M, Marker Id) {
  FunctionType *Type = getType(Id, M.getContext());
  FunctionCallee Callee = M.getOrInsertFunction(getSymbol(Id), Type);
  auto *F = dyn_cast<Function>(Callee.getCallee());
  if (!F)
    return Callee;
  // A frontend's own attributes go: `nounwind` on a marker would remove its
  // landing pad, `noreturn` the code behind it.
  if (F->isDeclaration())
    F->setAttributes({});
  if (!mayUnwind(Id))
    F->setDoesNotThrow();
  if (Id == Marker::Funcdata)
    F->setWillReturn();
  F->addFnAttr("dontcall-error",
               "deferc: a marker is left at code generation; the module was "
               "compiled without deferc's passes or breaks the IR contract");
  return Callee;
}

std::optional<Marker> getMarker(StringRef Name) {
  if (!Name.starts_with("__deferc_mark_"))
    return std::nullopt;
  for (unsigned I = 0; I != std::size(Infos); ++I)
    if (Name == Infos[I].Symbol)
      return Marker(I);
  return std::nullopt;
}

std::optional<Marker> getMarker(const Function &F) {
  return getMarker(F.getName());
}

std::optional<Marker> getMarker(const Value &V) {
  auto *Call = dyn_cast<CallBase>(&V);
  if (!Call)
    return std::nullopt;
  // getCalledFunction() would hide a call of a wrong type from the verifier.
  auto *Callee = dyn_cast<Function>(Call->getCalledOperand());
  return Callee ? getMarker(*Callee) : std::nullopt;
}

} // namespace deferc
