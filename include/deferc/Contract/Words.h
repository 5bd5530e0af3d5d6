//===- Words.h - The words of the contract's lists --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Maps the words that the .def files use for types to LLVM's types.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CONTRACT_WORDS_H
#define DEFERC_CONTRACT_WORDS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/DerivedTypes.h"
#include "llvm/Support/ErrorHandling.h"
#include <initializer_list>

namespace deferc::words {

enum class Word { Void, Ptr, I1, Bool, I32, I64, VarArgs };

/// A signature in the lists' words.
struct Signature {
  Word Result;
  unsigned Count = 0;
  Word Params[6] = {};

  constexpr Signature(Word Result, std::initializer_list<Word> List)
      : Result(Result) {
    for (Word Param : List)
      Params[Count++] = Param;
  }
};

inline llvm::Type *getType(Word W, llvm::LLVMContext &Context) {
  switch (W) {
  case Word::Void:
    return llvm::Type::getVoidTy(Context);
  case Word::Ptr:
    return llvm::PointerType::getUnqual(Context);
  case Word::I1:
  case Word::Bool:
    return llvm::Type::getInt1Ty(Context);
  case Word::I32:
    return llvm::Type::getInt32Ty(Context);
  case Word::I64:
    return llvm::Type::getInt64Ty(Context);
  case Word::VarArgs:
    break;
  }
  llvm_unreachable("VarArgs is not the type of a value");
}

inline llvm::FunctionType *getType(const Signature &S,
                                   llvm::LLVMContext &Context) {
  bool IsVarArg = S.Count && S.Params[S.Count - 1] == Word::VarArgs;
  llvm::SmallVector<llvm::Type *, 6> Params;
  for (unsigned I = 0; I != S.Count - IsVarArg; ++I)
    Params.push_back(getType(S.Params[I], Context));
  return llvm::FunctionType::get(getType(S.Result, Context), Params, IsVarArg);
}

} // namespace deferc::words

#endif // DEFERC_CONTRACT_WORDS_H
