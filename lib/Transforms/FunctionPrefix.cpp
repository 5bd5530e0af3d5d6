//===- FunctionPrefix.cpp - Keep functions apart --------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Prefix data that makes a function differ from others with the same code.
///
//===----------------------------------------------------------------------===//

#include "FunctionPrefix.h"
#include "llvm/IR/Constants.h"

using namespace llvm;

namespace deferc {

void addPrefix(Function &F, ArrayRef<Function *> Targets) {
  if (F.hasPrefixData())
    return;
  LLVMContext &C = F.getContext();
  Type *Word = Type::getInt32Ty(C);
  Type *Address = Type::getInt64Ty(C);
  SmallVector<Constant *> Words;
  for (Function *Target : Targets) {
    Constant *Distance =
        ConstantExpr::getSub(ConstantExpr::getPtrToInt(Target, Address),
                             ConstantExpr::getPtrToInt(&F, Address));
    Words.push_back(ConstantExpr::getTrunc(Distance, Word));
  }
  while (Words.size() % 4)
    Words.push_back(ConstantInt::get(Word, 0));
  F.setPrefixData(ConstantStruct::getAnon(Words));
}

} // namespace deferc
