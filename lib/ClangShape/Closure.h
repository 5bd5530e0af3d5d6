//===- Closure.h - Split a deferred closure into halves ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A defer statement reaches IR as a call of a closure. Of
///
///     closure(this):  a = f(); b = g(); CALLEE(a, b); end marker; ~a
///
/// the part before the deferred call belongs to the statement, and the rest to
/// the function's exit. The halves share an environment, which holds every
/// temporary, and every value that both halves use:
///
///     evaluate(this, env):     a = f(); b = g(); env.a = a; env.b = b
///     run(env, panicking):     CALLEE(env.a, env.b); ~env.a
///
/// The first half is inlined where the statement stands, unless the operand
/// defers. The closure of a block has no first half: it is the deferred call,
/// and its captures are the environment.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_CLOSURE_H
#define DEFERC_LIB_CLANGSHAPE_CLOSURE_H

#include "MarkerCalls.h"

#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/Support/Alignment.h"

namespace deferc {

struct Closure {
  llvm::Function *Evaluate = nullptr; ///< Null for a block.
  llvm::Function *Run = nullptr;
  uint64_t EnvSize = 0;
  llvm::Align EnvAlign;
  unsigned Segment = 0;
  bool Repeats = false;
  bool IsBlock = false;
  bool HasPointers = false; ///< The second half may have some of the first.
  /// Whether the first half defers itself. Then it keeps a defer frame of its
  /// own, and returns whether there is a call to defer: there is none when a
  /// recover has ended the half.
  bool HasFrame = false;
};

/// The begin marker of \p F, if \p F is a closure.
ClangBegin *findBegin(llvm::Function &F);

/// Whether the closure that begins with \p Begin is a block.
bool isBlock(const ClangBegin &Begin);

/// Makes the halves of \p F. Null, after a broken rule has been reported, when
/// the deferred call cannot be found.
std::unique_ptr<Closure> splitClosure(llvm::Function &F, ClangBegin *Begin);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_CLOSURE_H
