//===- Labels.h - Addresses of labels in an operand -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A statement expression in an operand may take the addresses of its own
/// labels, for a computed goto. The closure's code is cloned, then inlined. A
/// copy that is made before a label's clone does not know the clone's address;
/// nor does a table in a static variable. Each address is therefore a
/// placeholder while code is moved: a global variable that a marker call in the
/// label's block names.
///
///   L:  call void @__deferc_clang_label(ptr @placeholder)
///   i8* table[] = {@placeholder}
///
/// Once the block is in its last function, the placeholder becomes its address.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_LABELS_H
#define DEFERC_LIB_CLANGSHAPE_LABELS_H

#include "llvm/ADT/MapVector.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/ValueHandle.h"

namespace deferc {

class Labels {
public:
  explicit Labels(llvm::Module &M) : M(M) {}
  /// Replaces the placeholders that are left.
  ~Labels();

  /// Replaces the addresses of the labels of \p Closure.
  void hold(llvm::Function &Closure);
  /// Replaces the placeholders of the labels in \p F by their addresses.
  void place(llvm::Function &F);

private:
  llvm::Module &M;
  /// The address of each placeholder's label, null as long as it has none.
  llvm::MapVector<llvm::GlobalVariable *, llvm::WeakTrackingVH> Addresses;
};

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_LABELS_H
