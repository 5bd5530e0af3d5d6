//===- BodyRewriter.h - Give a body its segments ----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Rewrites the body of a function, lambda or closure that defers, so that
/// Clang's own code generation puts our calls where they belong.
///
/// Before:  lock_guard G(M);
///          defer f(x);
///          return e;
///
/// After:   lock_guard G(M);
///          char Segment __attribute__((cleanup(__deferc_clang_run)));
///          if (__deferc_clang_recovered(&Segment, 0, ...)) return;
///          [&] {
///            __deferc_clang_begin(0, ...);
///            f(x), __deferc_clang_end();
///          }();
///          return e;
///
/// A segment variable stands before each top-level statement that holds a
/// defer: its cleanup is the place where those deferred calls run, in the right
/// order against the destructors of the variables around it, on the normal and
/// on the exceptional path. The `if` is the recovery exit: a normal return that
/// deferc-clang-shape makes the exceptional path branch to when the frame has
/// recovered a panic.
///
/// Leaves:  the split of the closure into its halves, to deferc-clang-shape,
///          which reads the markers of ClangShape/ClosureMarkers.def.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REWRITE_BODYREWRITER_H
#define DEFERC_LIB_FRONTEND_REWRITE_BODYREWRITER_H

#include "clang/AST/Decl.h"
#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

/// Checks and rewrites the body of \p F. A body that does not defer stays as it
/// is, and so does one that is rewritten already.
void rewriteBody(clang::CompilerInstance &CI, clang::FunctionDecl *F);

/// The same for the body of a C closure.
void rewriteBody(clang::CompilerInstance &CI, clang::CapturedDecl *Region);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REWRITE_BODYREWRITER_H
