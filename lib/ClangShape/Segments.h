//===- Segments.h - Segment variables become exits and unwinds --*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Clang runs a segment variable's cleanup, `__deferc_clang_run(V)`, on every
/// way out. On a normal way out it becomes an exit marker, with a landing pad
/// of its own: a deferred call may panic there, and an earlier one of this
/// defer frame may recover.
///
/// While unwinding it becomes an unwind marker, in a loop. A deferred call that
/// throws replaces the exception in flight, and the other deferred calls of the
/// defer frame still run. Clang's own pad there would terminate.
///
///   unwind:  e = exn.slot
///            r = invoke unwind_marker(frame, segment, e) unwind again
///            br r, recovery exit, Clang's next cleanup
///   again:   landingpad; exn.slot = replaced(frame, e, new); br unwind
///
/// A cleanup runs while unwinding when it is reached from a landing pad without
/// a `__cxa_begin_catch` between the two. Any other cleanup is a normal one.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_SEGMENTS_H
#define DEFERC_LIB_CLANGSHAPE_SEGMENTS_H

#include "llvm/IR/Function.h"

namespace deferc {

/// Rewrites the segments of \p F. Returns the frame marker, or null when \p F
/// has no segment variable. \p IsC: the source is C, which decides the
/// personality where no function of the module has one.
llvm::Value *lowerSegments(llvm::Function &F, bool IsC);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_SEGMENTS_H
