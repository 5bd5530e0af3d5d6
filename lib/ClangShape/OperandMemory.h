//===- OperandMemory.h - What an operand takes from the stack ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// An `alloca` in the operand of a defer statement belongs to the function that
/// wrote the statement. Its memory lives until that function returns. So does a
/// variable length array of the operand's statement expressions, if the
/// deferred call may have a pointer to it.
///
/// The closure is a function of its own. Where it is inlined, the inliner frees
/// what it allocates at the end of the inlined code. Calls therefore stand in
/// the place of the evaluate half's allocas until it has been inlined:
///
///     closure:   p = alloca(n)
///     evaluate:  p = __deferc_clang_alloca(n, 1)
///     function:  p = alloca(n)
///
/// Where the function has variable length arrays, the end of their scope frees
/// what was allocated after them. There the memory comes from the heap.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_OPERANDMEMORY_H
#define DEFERC_LIB_CLANGSHAPE_OPERANDMEMORY_H

#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"

namespace deferc {

/// Tells the allocas of a closure's operand, which stand behind \p Begin, from
/// its temporaries: they leave the entry block, so that none counts as static.
void separateAllocas(llvm::CallBase *Begin);

/// Replaces the allocas of the evaluate half \p F by calls. When \p
/// HasPointers, the deferred call may have pointers to them. Then the scopes of
/// \p F no longer free them, except in loops, where each iteration has arrays
/// of its own.
void markAllocas(llvm::Function &F, bool HasPointers);

/// Replaces those calls in \p F, into which an evaluate half was inlined, by
/// allocas, or by boxes of \p Frame when that is given.
void placeAllocas(llvm::Function &F, llvm::Value *Frame);

/// Whether a scope of \p F frees what was allocated in it.
bool freesStack(llvm::Function &F);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_OPERANDMEMORY_H
