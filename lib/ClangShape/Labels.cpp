//===- Labels.cpp - Addresses of labels in an operand ---------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Labels.h"

#include "MarkerCalls.h"

#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/ReplaceConstant.h"

using namespace llvm;

namespace deferc {

void Labels::hold(Function &Closure) {
  LLVMContext &Context = M.getContext();
  for (BasicBlock &BB : Closure) {
    if (!BB.hasAddressTaken())
      continue;
    auto *Placeholder = new GlobalVariable(
        M, Type::getInt8Ty(Context), /*isConstant=*/false,
        GlobalValue::ExternalLinkage, nullptr, "deferc.label");
    BlockAddress::get(&BB)->replaceAllUsesWith(Placeholder);
    CallInst::Create(getOrInsertMarker(M, ClosureMarker::Label), {Placeholder},
                     "", BB.getFirstInsertionPt());
    Addresses[Placeholder] = nullptr;
  }
}

void Labels::place(Function &F) {
  for (ClangLabel *Call : findAll<ClangLabel>(F)) {
    auto *Placeholder = cast<GlobalVariable>(Call->getPlaceholder());
    BasicBlock *BB = Call->getParent();
    if (BB->isEntryBlock()) // An entry block has no address.
      BB = BB->splitBasicBlock(Call->getIterator());
    Call->eraseFromParent();
    BlockAddress *Address = BlockAddress::get(BB);
    convertUsersOfConstantsToInstructions({Placeholder}, &F);
    Placeholder->replaceUsesWithIf(Address, [&](Use &U) {
      auto *I = dyn_cast<Instruction>(U.getUser());
      return I && I->getFunction() == &F;
    });
    Addresses[Placeholder] = Address;
  }
}

Labels::~Labels() {
  for (auto &[Placeholder, Address] : Addresses) {
    // Nothing jumps to a label whose block is gone: any address will do.
    Value *V = Address;
    if (!V)
      V = ConstantExpr::getIntToPtr(
          ConstantInt::get(Type::getInt32Ty(M.getContext()), 1),
          Placeholder->getType());
    for (User *U : make_early_inc_range(Placeholder->users()))
      if (auto *Call = dyn_cast<ClangLabel>(U))
        Call->eraseFromParent();
    Placeholder->replaceAllUsesWith(V);
    Placeholder->eraseFromParent();
  }
}

} // namespace deferc
