//===- RuntimeFunctions.cpp - The runtime as LLVM sees it -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Expands RuntimeFunctions.def into declarations.
///
//===----------------------------------------------------------------------===//

#include "deferc/Contract/RuntimeFunctions.h"
#include "deferc/Contract/Words.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace deferc {
namespace {

using namespace words;

enum class Exit { Returns, MayUnwind, NoReturn };

struct FunctionInfo {
  const char *Symbol;
  Signature Type;
  Exit How;
};

using enum Word;
#define DEFERC_LIST(...) {__VA_ARGS__}
constexpr FunctionInfo Infos[] = {
#define DEFERC_RUNTIME(Id, Symbol, Result, Params, How)                        \
  {#Symbol, Signature(Result, DEFERC_LIST Params), Exit::How},
#include "deferc/Contract/RuntimeFunctions.def"
};

} // namespace

StringRef getSymbol(RuntimeFn Id) { return Infos[unsigned(Id)].Symbol; }

bool isRuntimeSymbol(StringRef Name) { return Name.starts_with("__deferc_"); }

FunctionCallee getOrInsertRuntimeFn(Module &M, RuntimeFn Id) {
  const FunctionInfo &Info = Infos[unsigned(Id)];
  LLVMContext &Context = M.getContext();
  FunctionCallee Callee =
      M.getOrInsertFunction(Info.Symbol, words::getType(Info.Type, Context));
  auto *F = dyn_cast<Function>(Callee.getCallee());
  if (!F || !F->isDeclaration())
    return Callee;
  if (Info.Type.Result == Bool)
    F->addRetAttr(Attribute::ZExt);
  // A call whose result nobody uses can then be removed from the normal path.
  if (Id == RuntimeFn::CurrentPanic || Id == RuntimeFn::DeferredEntry)
    F->setOnlyReadsMemory();
  switch (Info.How) {
  case Exit::Returns:
    F->setDoesNotThrow();
    F->setWillReturn();
    break;
  case Exit::MayUnwind:
    break;
  case Exit::NoReturn:
    F->setDoesNotReturn();
    break;
  }
  return Callee;
}

} // namespace deferc
