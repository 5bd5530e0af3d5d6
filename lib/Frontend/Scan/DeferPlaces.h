//===- DeferPlaces.h - Where no defer statement may stand -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reports words of `defer.h` in places where no function can give them their
/// meaning.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_DEFERPLACES_H
#define DEFERC_LIB_FRONTEND_SCAN_DEFERPLACES_H

#include "clang/AST/Decl.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"
#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

/// Reports each defer inside of an OpenMP region.
void checkOpenMP(clang::CompilerInstance &CI,
                 clang::OMPExecutableDirective *Region);

/// Reports each defer inside of the initializer of a base or member, where a
/// statement expression may have one.
void checkInitializer(clang::CompilerInstance &CI, clang::Expr *Initializer);

/// Reports each defer inside of a block literal.
void checkBlockLiteral(clang::CompilerInstance &CI, clang::BlockDecl *Block);

/// Reports the first defer of a coroutine.
void checkCoroutine(clang::CompilerInstance &CI,
                    const clang::CoroutineBodyStmt *Body);

/// Reports a `defer_result` that is not a local variable.
void checkResultVariable(clang::CompilerInstance &CI, clang::VarDecl *V);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_DEFERPLACES_H
