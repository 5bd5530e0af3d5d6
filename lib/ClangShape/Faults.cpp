//===- Faults.cpp - What checks for faults need of the IR -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Faults.h"

#include "deferc/Contract/RuntimeFunctions.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace deferc {
namespace {

SetVector<Function *> users(const Module &M, RuntimeFn Id) {
  SetVector<Function *> Found;
  if (const Function *Panic = M.getFunction(getSymbol(Id)))
    for (const User *U : Panic->users())
      if (auto *I = dyn_cast<Instruction>(U))
        Found.insert(const_cast<Function *>(I->getFunction()));
  return Found;
}

void allowNull(Function &F) {
  F.addFnAttr(Attribute::NullPointerIsValid);
  for (Argument &A : F.args()) {
    A.removeAttr(Attribute::NonNull);
    if (uint64_t Bytes = A.getDereferenceableBytes()) {
      A.removeAttr(Attribute::Dereferenceable);
      A.addAttr(
          Attribute::getWithDereferenceableOrNullBytes(F.getContext(), Bytes));
    }
  }
}

bool mayOverflow(const Instruction &I) {
  if (I.getOpcode() != Instruction::SDiv && I.getOpcode() != Instruction::SRem)
    return false;
  const auto *Divisor = dyn_cast<ConstantInt>(I.getOperand(1));
  return !I.getType()->isVectorTy() && (!Divisor || Divisor->isMinusOne());
}

/// `a / b` becomes `b == -1 ? 0 - a : a / b`, with a divisor that is never -1.
void wrapQuotient(Instruction &I) {
  Value *Divisor = I.getOperand(1);
  IRBuilder<> B(&I);
  Value *Negates =
      B.CreateICmpEQ(Divisor, Constant::getAllOnesValue(I.getType()));
  I.setOperand(
      1, B.CreateSelect(Negates, ConstantInt::get(I.getType(), 1), Divisor));
  if (I.getOpcode() == Instruction::SRem)
    return; // The remainder of a division by -1 is 0, as by 1.
  B.SetInsertPoint(I.getNextNode());
  B.SetCurrentDebugLocation(I.getDebugLoc());
  Value *Wrapped = B.CreateSelect(Negates, B.CreateNeg(I.getOperand(0)), &I);
  I.replaceUsesWithIf(Wrapped,
                      [&](const Use &U) { return U.getUser() != Wrapped; });
}

} // namespace

bool lowerFaultChecks(Module &M) {
  SetVector<Function *> Pointers = users(M, RuntimeFn::PanicMem);
  SetVector<Function *> Divisors = users(M, RuntimeFn::PanicDivide);
  for (Function *F : Pointers)
    allowNull(*F);
  for (Function *F : Divisors)
    for (Instruction &I : make_early_inc_range(instructions(F)))
      if (mayOverflow(I))
        wrapQuotient(I);
  return !Pointers.empty() || !Divisors.empty();
}

} // namespace deferc
