//===- SignalConstructor.h - Report faults as signals, too ------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Makes a function that runs before main and lets the runtime report the
/// faults that arrive as signals, since no check has found them.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_FAULTS_SIGNALCONSTRUCTOR_H
#define DEFERC_LIB_FRONTEND_FAULTS_SIGNALCONSTRUCTOR_H

#include "clang/AST/Decl.h"

namespace deferc {

/// A new constructor function that calls `__deferc_initsig`. It is for code
/// generation only: no list of declarations of the translation unit has it.
clang::FunctionDecl *makeSignalConstructor(clang::ASTContext &Ctx);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_FAULTS_SIGNALCONSTRUCTOR_H
