//===- Boxes.h - Loop variables that deferred calls reach -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_BOXES_H
#define DEFERC_LIB_CLANGSHAPE_BOXES_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/IR/Instructions.h"

namespace deferc {

/// The variables of a function that the frontend has annotated with
/// annotation::Box. Their storage is a box. The declaration of the variable
/// makes a new box only when a deferred call has taken the last one, so that a
/// loop whose defer is not reached does not use more and more memory.
class Boxes {
public:
  /// Finds the boxes of \p F and the closures that capture them. Needs: the
  /// captures are still plain stores of the variables' addresses.
  explicit Boxes(llvm::Function &F);

  /// Marks as taken, in front of \p At, the boxes that \p Closure captured.
  void take(llvm::Value *Closure, llvm::Instruction *At);

  /// Marks \p Variable as taken, in front of \p At, if it is a box.
  void takeVariable(llvm::Value *Variable, llvm::Instruction *At);

  /// Replaces the variables' storage.
  void lower(llvm::Value *Frame);

private:
  struct Box {
    llvm::AllocaInst *Variable;
    llvm::CallBase *Declared; ///< The annotation, where the scope begins.
    llvm::AllocaInst *Taken;
  };
  llvm::Function &F;
  llvm::SmallVector<Box, 2> List;
  llvm::DenseMap<llvm::Value *, llvm::SmallVector<unsigned, 2>> Captured;
};

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_BOXES_H
