//===- ClosureNames.cpp - What traces call a closure ----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ClosureNames.h"

#include "llvm/IR/DebugInfoMetadata.h"

using namespace llvm;

namespace deferc {

void nameSubprogram(Function &F, const Twine &Name) {
  DISubprogram *SP = F.getSubprogram();
  if (!SP)
    return;
  // As a member of the closure's class, the subprogram would keep its old name.
  // A debugger would also look for it inside of the function that defers. LLVM
  // has no setters for these two operands.
  enum Operand { Scope = 1, OwnName = 2 };
  assert(SP->getOperand(Scope) == SP->getRawScope() &&
         SP->getOperand(OwnName) == SP->getRawName());
  LLVMContext &Context = F.getContext();
  SmallString<32> Buffer;
  SP->replaceOperandWith(OwnName,
                         MDString::get(Context, Name.toStringRef(Buffer)));
  SP->replaceOperandWith(Scope, SP->getFile());
  SP->replaceDeclaration(nullptr);
  SP->replaceLinkageName(MDString::get(Context, F.getName()));
}

StringRef nameInDebugInfo(const Function &F) {
  DISubprogram *SP = F.getSubprogram();
  return SP ? SP->getName() : "";
}

void nameClosure(Function &F, const Function &Outer, const Twine &Suffix) {
  F.setComdat(nullptr);
  F.setLinkage(GlobalValue::InternalLinkage);
  F.setVisibility(GlobalValue::DefaultVisibility);
  F.setDSOLocal(true);
  F.setName(Outer.getName() + Suffix);
  nameSubprogram(F, nameInDebugInfo(Outer) + Suffix);
}

} // namespace deferc
